/**
 * Block headers and the chain that has the most work behind it: what a light client can check
 * without asking anybody. It answers for roots as chain trackers do.
 */
package org.brisket.protocol.header;
