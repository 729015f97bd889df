package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.transaction.Outpoint;

/**
 * A transaction as it stands in one ledger: what it did there, the coins that it spent, and the
 * submissions that still wait for an outcome.
 */
public record Application(
        Status status,
        List<String> undecided,
        Instructions instructions,
        List<Outpoint> spentCoins) {

    /** How far the transaction got in this ledger. The code is stored and never changes. */
    public enum Status {
        /** Not looked at yet: it stands on a transaction that is undecided. */
        PARKED(1),
        /** Applied, and waiting for the votes of other ledgers. */
        PENDING(2),
        /** Applied for good, unless the network refuses it. */
        COMMITTED(3);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        public static Status of(int code) {
            for (Status status : values()) {
                if (status.code == code) {
                    return status;
                }
            }
            throw new IllegalStateException("application of unknown status " + code);
        }
    }

    static final Application PARKED =
            new Application(Status.PARKED, List.of(), Instructions.NONE, List.of());

    public Application {
        undecided = List.copyOf(undecided);
        spentCoins = List.copyOf(spentCoins);
    }

    public boolean isCommitted() {
        return status == Status.COMMITTED;
    }

    boolean isParked() {
        return status == Status.PARKED;
    }

    Application waitedForBy(String submissionId) {
        if (undecided.contains(submissionId)) {
            return this;
        }
        List<String> waiting = new ArrayList<>(undecided);
        waiting.add(submissionId);
        return new Application(status, waiting, instructions, spentCoins);
    }

    Application without(String submissionId) {
        List<String> rest = undecided.stream().filter(id -> !id.equals(submissionId)).toList();
        return new Application(status, rest, instructions, spentCoins);
    }

    Application asCommitted() {
        return new Application(Status.COMMITTED, List.of(), instructions, spentCoins);
    }
}
