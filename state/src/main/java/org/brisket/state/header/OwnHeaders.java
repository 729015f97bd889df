package org.brisket.state.header;

import java.util.Optional;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.spv.ChainTip;

/**
 * What one step knows of the best chain, and what it may conclude from that alone.
 *
 * <pre>
 * root at the height     | in step                      | not in step
 * the same               | TRUE                         | TRUE if buried, else ASK
 * another                | FALSE if buried, else ASK    | ASK
 * not remembered         | ASK                          | ASK
 * above the tip          | ABOVE_TIP beyond 6, else ASK | ASK
 * </pre>
 *
 * Buried means six confirmations or more. A yes rests on work that everybody can check. A no is
 * final for whoever sent the proof, so it needs more: that the chain is as long as a quorum of
 * trackers says, and that only a reorganisation of six blocks could make it wrong.
 */
public final class OwnHeaders {
    static final long BURIED_CONFIRMATIONS = 6;
    static final long MAX_LEAD = 6;

    private final HeaderIndex index;

    public OwnHeaders(HeaderIndex index) {
        this.index = index;
    }

    public OwnAnswer answer(RootQuery query) {
        ChainView view = index.view();
        if (view == null) {
            return OwnAnswer.ASK;
        }
        if (query.height() > view.tipHeight()) {
            boolean tooFar = query.height() - view.tipHeight() > MAX_LEAD;
            return view.inStep() && tooFar ? OwnAnswer.ABOVE_TIP : OwnAnswer.ASK;
        }
        MerkleRoot root = index.root(query.height());
        if (root == null) {
            return OwnAnswer.ASK;
        }
        boolean buried = view.tipHeight() - query.height() + 1 >= BURIED_CONFIRMATIONS;
        if (root.equals(query.root())) {
            return view.inStep() || buried ? OwnAnswer.TRUE : OwnAnswer.ASK;
        }
        return view.inStep() && buried ? OwnAnswer.FALSE : OwnAnswer.ASK;
    }

    /** The tip to verify against; empty while the chain is not in step with the trackers. */
    public Optional<ChainTip> tip() {
        ChainView view = index.view();
        return view == null || !view.inStep() ? Optional.empty() : Optional.of(view.tip());
    }

    /** The height of the best chain's tip, whatever it is worth; -1 before anything is known. */
    public long tipHeight() {
        ChainView view = index.view();
        return view == null ? -1 : view.tipHeight();
    }

    /** Takes a change of the best chain in. The work is bounded by the heights that are kept. */
    public void apply(ChainUpdate update) {
        ChainView before = index.view();
        ChainView after = update.view();
        if (before != null) {
            for (long height = after.tipHeight() + 1; height <= before.tipHeight(); height++) {
                index.remove(height);
            }
            long forgotten = Math.min(after.lowestHeight(), before.tipHeight() + 1);
            for (long height = before.lowestHeight(); height < forgotten; height++) {
                index.remove(height);
            }
        }
        long height = update.fromHeight();
        for (MerkleRoot root : update.roots()) {
            index.put(height++, root);
        }
        index.put(after);
    }
}
