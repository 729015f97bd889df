/** What becomes of decided transactions. */
package org.brisket.operators.tracking;
