package org.brisket.operators.decision;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.DecisionCodec;

/**
 * Decisions as Kafka records: the key is the txid in internal order, the value the codec's bytes.
 */
public final class DecisionRecords {
    private static final DecisionCodec CODEC = new DecisionCodec();
    private static final int TYPICAL_BYTES = 512;

    private DecisionRecords() {}

    /** A question of the tracker, which is of no timeline: it decides nothing. */
    public static OutboundRecord question(Decision.Poll poll, String topic) {
        return write(poll, topic, List.of());
    }

    static OutboundRecord write(Decision decision, String topic, List<Header> headers) {
        DataOutputSerializer out = new DataOutputSerializer(TYPICAL_BYTES);
        try {
            CODEC.write(decision, out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return new OutboundRecord(
                topic, decision.txid().toInternal(), out.getCopyOfBuffer(), headers);
    }

    /** Reads back what this job wrote; anything else in the topic is a mistake of deployment. */
    public static Decision read(KafkaRecord source) {
        try {
            return CODEC.read(new DataInputDeserializer(source.value()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "record "
                            + source.position()
                            + " is not a decision; nothing else may write to this topic",
                    e);
        }
    }
}
