package org.brisket.connectors.arc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.brisket.connectors.http.HttpReply;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;

/**
 * What one endpoint says of a transaction when it is asked, and its merkle path if there is one
 * with this transaction in it.
 */
record ArcStatus(EndpointAnswer answer, Optional<MerklePath> path) {
    private static final int NOT_FOUND = 404;

    static ArcStatus without(EndpointAnswer answer) {
        return new ArcStatus(answer, Optional.empty());
    }

    static ArcStatus read(String endpoint, Txid txid, HttpReply reply) {
        JsonNode json = reply.json();
        EndpointAnswer read = ArcAnswers.read(endpoint, reply.status(), json);
        if (isUnknownThere(reply, read)) {
            return without(
                    new EndpointAnswer(
                            endpoint,
                            AnswerKind.ABSENT,
                            read.status(),
                            read.code(),
                            read.detail(),
                            read.competing()));
        }
        return new ArcStatus(read, path(txid, json));
    }

    /** A gateway says 404, too, but not in the words of the API. */
    private static boolean isUnknownThere(HttpReply reply, EndpointAnswer read) {
        boolean notFound = reply.status() == NOT_FOUND && reply.json().has("status");
        return notFound || read.status().equalsIgnoreCase("UNKNOWN");
    }

    private static Optional<MerklePath> path(Txid txid, JsonNode json) {
        String path = json.path("merklePath").asText("");
        if (path.isEmpty() || path.equals("null")) {
            return Optional.empty();
        }
        try {
            MerklePath parsed = MerklePath.parse(Hex.decode(path));
            parsed.rootOf(txid);
            return Optional.of(parsed);
        } catch (MalformedException e) {
            // No proof of anything; the status says what it says.
            return Optional.empty();
        }
    }
}
