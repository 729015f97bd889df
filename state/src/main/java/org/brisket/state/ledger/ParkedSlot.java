package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;

/** A place in the line behind a transaction; the numbers of a line ascend. */
public record ParkedSlot(Txid parent, long number) {}
