package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;

/** An output of a transaction whose coin went, and the final transaction that had spent it. */
public record SpentOutput(int output, Txid spender) {}
