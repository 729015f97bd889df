/**
 * What the nodes of a BSV network do together: take or refuse transactions, keep a mempool, mine
 * blocks, and (for tests) remember every post. Knows nothing of HTTP.
 */
package org.brisket.simulator.network;
