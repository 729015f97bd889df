package org.brisket.state.header;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.submission.DecodedSubmission;

/** What the step that asks the trackers for submissions is told, in this order. */
public sealed interface ProofTask {

    /**
     * A submission of which the own headers have said what they can.
     *
     * @param tip to verify against, if they know it
     * @param open roots that the trackers have to be asked about
     * @param rejection if it is refused already; nothing is asked then
     */
    record Check(
            DecodedSubmission submission,
            Optional<ChainTip> tip,
            List<RootQuery> open,
            Optional<Rejection> rejection)
            implements ProofTask {
        public Check {
            open = List.copyOf(open);
        }
    }

    /** A reorganisation replaced the blocks from this height on: answers about them are void. */
    record Forget(long fromHeight) implements ProofTask {}
}
