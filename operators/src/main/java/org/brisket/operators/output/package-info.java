/** The records that leave: JSON values, keys and headers of the public topics. */
package org.brisket.operators.output;
