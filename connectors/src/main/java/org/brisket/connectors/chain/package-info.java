/**
 * Chain trackers over HTTP: what three kinds of header services say about a merkle root, a quorum
 * of them, and a cache of what the quorum has said.
 */
package org.brisket.connectors.chain;
