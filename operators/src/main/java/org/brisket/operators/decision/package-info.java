/** Deciding, and the way of decisions through their topic. */
package org.brisket.operators.decision;
