/**
 * How stored and shipped types become bytes: one small versioned codec per type, one Flink
 * serializer for them all. What is written into a savepoint is declared in this module and nowhere
 * else.
 */
package org.brisket.state.codec;
