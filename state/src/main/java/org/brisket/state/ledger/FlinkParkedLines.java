package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;

/**
 * The lines of parked proposals. Earlier builds stored each line as one list: where there is one it
 * is taken apart as soon as anybody looks at the line.
 */
final class FlinkParkedLines implements LedgerTable<Txid, ParkedLine> {
    private final FlinkTable<Txid, ParkedLine> lines;
    private final LedgerTable<ParkedSlot, Proposal> proposals;
    private final FlinkTable<Txid, ParkedList> lists;

    FlinkParkedLines(
            FlinkTable<Txid, ParkedLine> lines,
            LedgerTable<ParkedSlot, Proposal> proposals,
            FlinkTable<Txid, ParkedList> lists) {
        this.lines = lines;
        this.proposals = proposals;
        this.lists = lists;
    }

    @Override
    public Optional<ParkedLine> get(Txid parent) {
        return lines.get(parent)
                .or(() -> lists.get(parent).map(list -> takeApart(parent, list.proposals())));
    }

    private ParkedLine takeApart(Txid parent, List<Proposal> list) {
        ParkedLine line = ParkedLine.EMPTY;
        for (Proposal proposal : list) {
            proposals.put(new ParkedSlot(parent, line.next()), proposal);
            line = line.withOneMore(proposal.size());
        }
        lines.put(parent, line);
        lists.remove(parent);
        return line;
    }

    @Override
    public void put(Txid parent, ParkedLine line) {
        lines.put(parent, line);
    }

    @Override
    public void remove(Txid parent) {
        lines.remove(parent);
    }

    /** Hands over every transaction that proposals wait behind. */
    void forEachParent(Consumer<Txid> visitor) {
        lines.forEach((parent, line) -> visitor.accept(parent));
        lists.forEach((parent, list) -> visitor.accept(parent));
    }
}
