package org.brisket.state.ledger;

import java.util.List;

/** The proposals that wait behind one transaction, in the order in which they came. */
public record ParkedList(List<Proposal> proposals) {
    public ParkedList {
        proposals = List.copyOf(proposals);
    }
}
