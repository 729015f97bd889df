package org.brisket.bench.ledger;

/** One access to keyed state; keys and values are null where the operation has none. */
record Access(Table table, Operation operation, Object key, Object value) {
    enum Operation {
        GET,
        PUT,
        REMOVE
    }

    /** The states of a ledger that the workload touches; the last two are single values. */
    enum Table {
        COINS,
        APPLICATIONS,
        APPLIED,
        PARKED_LINES,
        BACKLOG,
        POSITION,
        BACKLOG_RANGE
    }
}
