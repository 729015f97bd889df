/**
 * The topic managers that come with Brisket, beside {@code tm_any} and {@code tm_hello}: adverts of
 * hosts, files and values, identity certificates and fungible tokens. Each file of a token says
 * which fields its outputs have. Depends on overlay, token, advert and identity.
 */
package org.brisket.protocol.overlay.topic;
