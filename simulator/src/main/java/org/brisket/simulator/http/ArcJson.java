package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.TransactionState;
import org.brisket.simulator.network.Verdict;

/** The JSON objects of ARC's API. */
final class ArcJson {
    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "Bad request"),
                    Map.entry(401, "Unauthorized"),
                    Map.entry(404, "Not found"),
                    Map.entry(409, "Generic error"),
                    Map.entry(460, "Not extended format"),
                    Map.entry(461, "Malformed unlocking scripts"),
                    Map.entry(462, "Invalid inputs"),
                    Map.entry(463, "Malformed transaction"),
                    Map.entry(464, "Invalid outputs"),
                    Map.entry(465, "Fee too low"),
                    Map.entry(466, "Conflicting transaction found"),
                    Map.entry(467, "Mined ancestors not found"),
                    Map.entry(468, "Invalid BEEF"),
                    Map.entry(469, "Invalid merkle roots"),
                    Map.entry(471, "Frozen by policy"),
                    Map.entry(472, "Frozen by consensus"),
                    Map.entry(473, "Cumulative fees too low"),
                    Map.entry(474, "Transaction too large"),
                    Map.entry(475, "Mined ancestors not in BUMP"),
                    Map.entry(476, "Not final yet"),
                    Map.entry(503, "Service unavailable"));

    private ArcJson() {}

    /** What a status query and a callback tell. */
    static ObjectNode status(TransactionState state, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("timestamp", now.toString());
        json.put("txid", state.txid().toString());
        json.put("txStatus", state.status().name());
        json.put("extraInfo", state.extraInfo());
        putTxids(json, state.competing());
        state.minedAt()
                .ifPresentOrElse(
                        mined -> {
                            json.put("blockHash", mined.block().toString());
                            json.put("blockHeight", mined.height());
                            json.put("merklePath", Hex.encode(mined.path().toBytes()));
                        },
                        () ->
                                json.put("blockHash", "")
                                        .put("blockHeight", 0)
                                        .put("merklePath", ""));
        return json;
    }

    /** What a post of a transaction is answered with when it is taken. */
    static ObjectNode accepted(TransactionState state, Instant now) {
        return status(state, now).put("status", 200).put("title", "OK");
    }

    /** An error object after RFC 7807. */
    static ObjectNode error(Verdict.Refused refusal, Optional<Txid> txid) {
        int code = refusal.code();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "https://bitcoin-sv.github.io/arc/#/errors?id=_" + code);
        json.put("title", TITLES.getOrDefault(code, "Error " + code));
        json.put("status", code);
        json.put("detail", refusal.detail());
        json.putNull("instance");
        json.put("txid", txid.map(Txid::toString).orElse(null));
        json.put("extraInfo", refusal.detail());
        if (!refusal.competing().isEmpty()) {
            putTxids(json, refusal.competing());
        }
        return json;
    }

    private static void putTxids(ObjectNode json, List<Txid> competing) {
        if (competing.isEmpty()) {
            json.putNull("competingTxs");
        } else {
            ArrayNode array = json.putArray("competingTxs");
            competing.forEach(txid -> array.add(txid.toString()));
        }
    }
}
