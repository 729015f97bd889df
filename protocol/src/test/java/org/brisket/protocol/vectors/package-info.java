/** Public conformance vectors, found outside of the repository. For the tests of every module. */
package org.brisket.protocol.vectors;
