package org.brisket.connectors.arc;

import java.util.Map;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;

/** What one endpoint said about a request's subject, and about those ancestors that it answered. */
record EndpointReport(EndpointAnswer subject, Map<Txid, EndpointAnswer> ancestors) {
    static EndpointReport without(EndpointAnswer subject) {
        return new EndpointReport(subject, Map.of());
    }
}
