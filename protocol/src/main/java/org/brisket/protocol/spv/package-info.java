/**
 * Simplified payment verification (BRC-67) in two halves: which merkle roots a BEEF rests on, and
 * whether everything that is not mined yet keeps the rules. Depends on beef, script and chain.
 */
package org.brisket.protocol.spv;
