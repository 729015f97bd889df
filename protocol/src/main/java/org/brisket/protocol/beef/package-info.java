/** BEEF V1 (BRC-62), V2 (BRC-96) and Atomic BEEF (BRC-95). Depends on transaction and merkle. */
package org.brisket.protocol.beef;
