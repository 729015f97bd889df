/**
 * The bounds on work for one record, each with its own reason of refusal. Depends on bytes and
 * verdict.
 */
package org.brisket.protocol.limit;
