/**
 * Who hosts which topic or lookup service: SHIP and SLAP adverts (BRC-88) and their names (BRC-87).
 * Depends on key and token.
 */
package org.brisket.protocol.advert;
