package org.brisket.state.query;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.coordination.DecisionCodec;
import org.brisket.state.tracking.NetworkObservationCodec;

/** The bytes of a {@link TrackerCommand}: a kind byte, then what it carries. */
public final class TrackerCommandCodec extends Codec<TrackerCommand> {
    private static final long serialVersionUID = 1L;
    private static final NetworkObservationCodec OBSERVATIONS = new NetworkObservationCodec();
    private static final DecisionCodec DECISIONS = new DecisionCodec();
    private static final int HEARD = 1;
    private static final int QUESTION = 2;
    private static final int DECIDED = 3;

    public TrackerCommandCodec() {
        super(TrackerCommand.class, 3);
    }

    @Override
    protected void writeFields(TrackerCommand value, DataOutputView out) throws IOException {
        if (value instanceof TrackerCommand.Heard heard) {
            out.writeByte(HEARD);
            OBSERVATIONS.write(heard.observation(), out);
        } else if (value instanceof TrackerCommand.Question question) {
            out.writeByte(QUESTION);
            TransactionQueryCodec.writeQuery(question.query(), out);
        } else if (value instanceof TrackerCommand.Decided decided) {
            out.writeByte(DECIDED);
            DECISIONS.write(decided.decision(), out);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected TrackerCommand readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case HEARD -> new TrackerCommand.Heard(OBSERVATIONS.read(in));
            case QUESTION -> new TrackerCommand.Question(TransactionQueryCodec.readQuery(in));
            case DECIDED -> new TrackerCommand.Decided(DECISIONS.read(in));
            default -> throw new IOException("tracker command of unknown kind " + kind);
        };
    }
}
