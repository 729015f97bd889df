/** Transactions in standard and Extended Format (BRC-12, BRC-30). Depends on bytes and hash. */
package org.brisket.protocol.transaction;
