/**
 * Every transaction that an admitted one stands on, raw and once, with the proof that a block holds
 * it; a BEEF is put together when somebody wants one.
 */
package org.brisket.state.store;
