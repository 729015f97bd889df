package org.brisket.protocol.broadcast;

import java.util.List;
import org.brisket.protocol.hash.Txid;

/**
 * One endpoint's answer: what it means, and as evidence the endpoint's own status text, code (an
 * HTTP or ARC code, 0 if there was no answer), detail and the competing transactions it names.
 */
public record EndpointAnswer(
        String endpoint,
        AnswerKind kind,
        String status,
        int code,
        String detail,
        List<Txid> competing) {
    public EndpointAnswer {
        competing = List.copyOf(competing);
    }
}
