/** Digests and the 32-byte identifiers made of them. Depends on bytes. */
package org.brisket.protocol.hash;
