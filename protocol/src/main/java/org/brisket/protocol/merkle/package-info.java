/** Merkle paths in BUMP form (BRC-74). Depends on bytes and hash. */
package org.brisket.protocol.merkle;
