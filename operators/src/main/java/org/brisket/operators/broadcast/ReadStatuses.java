package org.brisket.operators.broadcast;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.state.store.BlockProof;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkNewsCodec;
import org.brisket.state.tracking.NetworkObservation;

/**
 * Statuses go to the tracker as they are; proofs have to be checked first, as those of callbacks.
 */
public final class ReadStatuses extends ProcessFunction<StatusReport, NetworkObservation> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<NetworkNews> PROOFS =
            new OutputTag<>("proofs-of-statuses", new NetworkNewsCodec().typeInfo());

    @Override
    public void processElement(
            StatusReport report, Context context, Collector<NetworkObservation> out) {
        out.collect(new NetworkObservation.Polled(report.outcome()));
        Map<RootQuery, BlockProof> proofs = new LinkedHashMap<>();
        for (MerklePath path : report.paths()) {
            BlockProof proof = proof(report, path);
            proofs.putIfAbsent(proof.block(), proof);
        }
        proofs.values()
                .forEach(p -> context.output(PROOFS, NetworkNews.proven(report.txid(), true, p)));
    }

    private static BlockProof proof(StatusReport report, MerklePath path) {
        try {
            return BlockProof.of(report.txid(), path);
        } catch (MalformedException e) {
            throw new IllegalStateException(
                    "a report about " + report.txid() + " with the path of another", e);
        }
    }
}
