package org.brisket.connectors.http;

/**
 * What one request to a service may cost.
 *
 * @param timeoutMillis from the moment it is sent to the last byte of the reply
 */
public record HttpLimits(long timeoutMillis, int maxInFlight, int maxReplyBytes) {}
