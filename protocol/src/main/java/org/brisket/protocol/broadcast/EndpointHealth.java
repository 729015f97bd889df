package org.brisket.protocol.broadcast;

/**
 * How one endpoint does, for metrics.
 *
 * @param posts that ended since the start, however they did
 * @param failedPosts of these, those that brought no usable answer
 * @param isUp false if the last post was one of these
 */
public record EndpointHealth(String endpoint, long posts, long failedPosts, boolean isUp) {}
