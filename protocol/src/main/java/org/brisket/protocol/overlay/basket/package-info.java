/**
 * The basket managers that come with Brisket: fungible tokens and stock. Depends on overlay and
 * token.
 */
package org.brisket.protocol.overlay.basket;
