/** Hostile BEEFs with the verdict that each must get, and the command that weighs their cost. */
package org.brisket.bench.attack;
