/** Measurements of Brisket that nothing else depends on. */
package org.brisket.bench;
