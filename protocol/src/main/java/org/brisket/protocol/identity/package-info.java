/**
 * Identity certificates (BRC-52): their bytes, the certifier's signature, and the fields that a
 * subject reveals to one verifier. Depends on key, limit and transaction.
 */
package org.brisket.protocol.identity;
