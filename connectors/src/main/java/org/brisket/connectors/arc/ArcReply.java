package org.brisket.connectors.arc;

import java.util.Map;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;

/**
 * What one post brought.
 *
 * @param answers the endpoint's word on transactions of the post, possibly not on all of them
 * @param otherwise what is known about the rest: an answer of kind UNKNOWN
 * @param endpointDown true when the trouble is the endpoint's own and not that of a transaction in
 *     the post, so that posting them one by one is in vain
 */
record ArcReply(
        Map<Txid, EndpointAnswer> answers, EndpointAnswer otherwise, boolean endpointDown) {}
