package org.brisket.operators.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.store.BlockProof;
import org.brisket.state.tracking.NetworkNews;

/**
 * Reads the callbacks of ARC (JSON objects with txid, txStatus, merklePath). They are hints from
 * outside: what does not parse is counted and dropped, because polling and proofs decide.
 */
public final class ReadNetworkEvents extends RichFlatMapFunction<KafkaRecord, NetworkNews> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final Set<String> SEEN = Set.of("SEEN_ON_NETWORK", "SEEN_MULTIPLE_NODES");

    private transient ObjectMapper json;
    private transient Counter malformed;

    @Override
    public void open(OpenContext context) {
        json = new ObjectMapper();
        malformed = StepMetrics.of(getRuntimeContext()).counter(Metric.MALFORMED_NETWORK_EVENTS);
    }

    @Override
    public void flatMap(KafkaRecord source, Collector<NetworkNews> out) {
        try {
            read(source).ifPresent(out::collect);
        } catch (IOException | MalformedException e) {
            malformed.inc();
        }
    }

    /** Empty for headers, which another step reads. */
    private Optional<NetworkNews> read(KafkaRecord source) throws IOException, MalformedException {
        if (source.value().length > MAX_BYTES) {
            throw MalformedException.of("an event of %d bytes", source.value().length);
        }
        JsonNode event = json.readTree(source.value());
        if (event.path("type").asText().equals("headers")) {
            return Optional.empty();
        }
        Txid txid = Txid.fromDisplayHex(event.path("txid").asText());
        boolean seen = SEEN.contains(event.path("txStatus").asText());
        String path = event.path("merklePath").asText("");
        if (path.isEmpty() || path.equals("null")) {
            return Optional.of(new NetworkNews(txid, seen, Optional.empty()));
        }
        BlockProof proof = BlockProof.of(txid, MerklePath.parse(Hex.decode(path)));
        return Optional.of(NetworkNews.proven(txid, seen, proof));
    }
}
