/**
 * ECDSA over secp256k1 from two real libraries, and the encodings of its signatures. Depends on
 * bytes, libsecp256k1 through JNI, and BouncyCastle.
 */
package org.brisket.protocol.crypto;
