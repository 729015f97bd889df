/**
 * Script evaluation as the network does it, signature digests, script templates and signing.
 * Verdicts have three values: valid, invalid, and refused where we do not judge. Depends on
 * transaction, crypto, hash and key.
 */
package org.brisket.protocol.script;
