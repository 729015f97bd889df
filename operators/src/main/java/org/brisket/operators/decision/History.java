package org.brisket.operators.decision;

import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.brisket.protocol.submission.Header;
import org.brisket.state.coordination.Timelines;
import org.brisket.state.coordination.TimelinesCodec;
import org.brisket.state.coordination.Written;

/**
 * The timelines of one step, in its checkpoints: each subtask keeps them, and all the same. They
 * are broadcast state, which a savepoint may hold while some subtasks have ended; union list state
 * would fail it.
 */
final class History {
    /** The header of a decision's record that says when it was written. */
    static final String HEADER = "brisket-written";

    private static final String KEY = "";

    private final BroadcastState<String, Timelines> stored;
    private final Timelines timelines;
    private final String run;
    private final long restored;
    private List<Header> stamp;

    History(Lineage lineage, FunctionInitializationContext context) throws Exception {
        stored =
                context.getOperatorStateStore()
                        .getBroadcastState(
                                new MapStateDescriptor<>(
                                        "timelines",
                                        Types.STRING,
                                        new TimelinesCodec().typeInfo()));
        restored = context.getRestoredCheckpointId().orElse(0);
        run = Written.run(lineage.submission(), restored);
        timelines = open(lineage);
        stampAfter(restored);
    }

    private Timelines open(Lineage lineage) throws Exception {
        Timelines known = stored.get(KEY);
        Timelines before = known == null ? Timelines.first() : known;
        return lineage.rewind().isEmpty() ? before : before.rewound(lineage.rewind(), restored);
    }

    void snapshot(long checkpoint) throws Exception {
        stored.put(KEY, timelines);
        stampAfter(checkpoint);
    }

    private void stampAfter(long checkpoint) {
        stamp =
                List.of(
                        Header.of(
                                HEADER,
                                new Written(timelines.current(), run, checkpoint + 1).text()));
    }

    /** For what is written now. */
    List<Header> stamp() {
        return stamp;
    }

    Timelines.Standing standing(Written written) {
        return timelines.standing(written, run, restored);
    }

    /** Where the run began, for people. */
    String beginning() {
        return restored == 0
                ? "the job began with empty state"
                : "the state of checkpoint " + restored + " was restored";
    }
}
