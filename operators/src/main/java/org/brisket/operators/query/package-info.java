/** Questions about the live state, as they come from outside. */
package org.brisket.operators.query;
