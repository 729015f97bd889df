package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;

/** A ledger's yes to an unmined ancestor of a subject, which came along with it. */
public record AncestorVerdict(Txid txid, LedgerVerdict verdict) {}
