/** What a payment between two wallets says of itself (BRC-29). Depends on key and script. */
package org.brisket.protocol.payment;
