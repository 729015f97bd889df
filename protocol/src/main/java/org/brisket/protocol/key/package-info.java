/** Private and public keys and their texts: addresses and WIF. Depends on crypto and hash. */
package org.brisket.protocol.key;
