/** Merkle roots: what the own headers say of them, then the chain trackers, asynchronously. */
package org.brisket.operators.proof;
