package org.brisket.state.query;

/** A question about the live state. */
public sealed interface StateQuery permits LedgerQuery, TransactionQuery, StoredQuery {
    /** What its answers are recognised by. */
    String id();
}
