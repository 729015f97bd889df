/** Asking the chain trackers about merkle roots, asynchronously. */
package org.brisket.operators.proof;
