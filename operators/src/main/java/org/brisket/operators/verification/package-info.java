/** Running scripts and the other rules of SPV. */
package org.brisket.operators.verification;
