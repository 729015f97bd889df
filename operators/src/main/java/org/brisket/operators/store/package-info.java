/** The transaction store: what is kept of each transaction, and the records that say so. */
package org.brisket.operators.store;
