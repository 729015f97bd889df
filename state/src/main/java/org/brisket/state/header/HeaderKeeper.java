package org.brisket.state.header;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderChain;
import org.brisket.protocol.header.HeaderOutcome;
import org.brisket.protocol.header.HeaderReport;

/**
 * Keeps the one header chain of a job: takes in what anybody reports, and says what changed. The
 * clock is an argument, so that the same reports at the same times give the same chain.
 */
public final class HeaderKeeper {
    /** A block that one tracker has and another will have in a moment. */
    private static final long MAX_BLOCKS_BEHIND = 1;

    private final HeaderKeeperSettings settings;
    private final TipClaims claims;
    private final OrphanHeaders orphans = new OrphanHeaders();
    private Optional<HeaderChain> chain = Optional.empty();
    private Optional<ChainView> told = Optional.empty();
    private long refused;
    private long orphaned;
    private long reorganisations;

    public HeaderKeeper(HeaderKeeperSettings settings) {
        this.settings = settings;
        this.claims = new TipClaims(settings.quorum());
    }

    /** Goes on with the chain of an earlier life; for a keeper that has not taken in anything. */
    public void restore(StoredChain stored) {
        if (!stored.headers().isEmpty()) {
            chain =
                    Optional.of(
                            HeaderChain.restore(
                                    settings.rules(),
                                    stored.headers(),
                                    stored.height(),
                                    settings.kept()));
        }
        stored.orphans().forEach(orphans::add);
    }

    public StoredChain stored() {
        return new StoredChain(
                chain.map(HeaderChain::lowestHeight).orElse(settings.anchorHeight()),
                chain.map(HeaderChain::headers).orElse(List.of()),
                orphans.all());
    }

    /**
     * Takes a report in.
     *
     * @return what changed, if anything did; the first one after a start says everything, so that
     *     whoever has lost it gets it again
     */
    public Optional<ChainUpdate> take(HeaderReport report, long nowSeconds) {
        if (report.tipHeight().isPresent()) {
            claims.add(report.source(), report.tipHeight().getAsLong(), nowSeconds);
        }
        Changes changes = new Changes();
        report.headers().forEach(header -> takeIn(header, nowSeconds, changes));
        return chain.flatMap(kept -> update(kept, changes, nowSeconds));
    }

    /** A header and, one after the other, the orphans that wait for it. */
    private void takeIn(BlockHeader first, long nowSeconds, Changes changes) {
        Deque<BlockHeader> waiting = new ArrayDeque<>();
        waiting.add(first);
        while (!waiting.isEmpty()) {
            BlockHeader header = waiting.poll();
            if (isTakenIn(header, nowSeconds, changes)) {
                waiting.addAll(orphans.takeChildren(header.hash()));
            }
        }
    }

    private boolean isTakenIn(BlockHeader header, long nowSeconds, Changes changes) {
        if (chain.isEmpty()) {
            return isAnchor(header, changes);
        }
        HeaderOutcome outcome = chain.get().accept(header, nowSeconds);
        if (outcome instanceof HeaderOutcome.Best best) {
            changes.add(best, chain.get().tipHeight());
            reorganisations += best.disconnected().isEmpty() ? 0 : 1;
            return true;
        }
        if (outcome instanceof HeaderOutcome.Orphan) {
            orphaned++;
            orphans.add(header);
        } else if (outcome instanceof HeaderOutcome.Refused) {
            refused++;
        }
        return outcome instanceof HeaderOutcome.Aside;
    }

    private boolean isAnchor(BlockHeader header, Changes changes) {
        if (header.hash().equals(settings.anchorHash())) {
            chain =
                    Optional.of(
                            HeaderChain.from(
                                    settings.rules(),
                                    header,
                                    settings.anchorHeight(),
                                    settings.kept()));
            changes.from = settings.anchorHeight();
            return true;
        }
        if (header.hasProofOfWork()) {
            orphaned++;
            orphans.add(header);
        } else {
            refused++;
        }
        return false;
    }

    private Optional<ChainUpdate> update(HeaderChain kept, Changes changes, long nowSeconds) {
        OptionalLong reached = claims.reached(nowSeconds);
        boolean inStep =
                reached.isPresent() && reached.getAsLong() - kept.tipHeight() <= MAX_BLOCKS_BEHIND;
        ChainView view =
                new ChainView(
                        kept.lowestHeight(),
                        kept.tipHeight(),
                        kept.chainTip().medianTimePast(),
                        inStep);
        if (told.isPresent() && told.get().equals(view) && !changes.any()) {
            return Optional.empty();
        }
        long changed = told.isEmpty() ? view.lowestHeight() : changes.from;
        long from = Math.max(view.lowestHeight(), Math.min(changed, view.tipHeight() + 1));
        told = Optional.of(view);
        List<MerkleRoot> roots = new ArrayList<>();
        for (long height = from; height <= view.tipHeight(); height++) {
            roots.add(kept.rootAt(height).orElseThrow());
        }
        return Optional.of(new ChainUpdate(from, roots, view, changes.reorganisedFrom));
    }

    /** Headers that can be on no chain, whoever sent them. */
    public long refused() {
        return refused;
    }

    /** Headers that came before their parents. */
    public long orphaned() {
        return orphaned;
    }

    public long reorganisations() {
        return reorganisations;
    }

    public Optional<ChainView> view() {
        return told;
    }

    /** What one report changed. */
    private static final class Changes {
        private long from = Long.MAX_VALUE;
        private Optional<Long> reorganisedFrom = Optional.empty();

        private void add(HeaderOutcome.Best best, long tipHeight) {
            long lowest = tipHeight - best.connected().size() + 1;
            from = Math.min(from, lowest);
            if (!best.disconnected().isEmpty()) {
                reorganisedFrom =
                        Optional.of(Math.min(lowest, reorganisedFrom.orElse(Long.MAX_VALUE)));
            }
        }

        private boolean any() {
            return from != Long.MAX_VALUE;
        }
    }
}
