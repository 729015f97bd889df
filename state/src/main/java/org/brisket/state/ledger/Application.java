package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.brisket.protocol.transaction.Outpoint;

/**
 * A transaction as it stands in one ledger: what it did there, the coins that it spent, and the
 * submissions that still wait for an outcome, and where the ledger stood after it was applied.
 */
public record Application(
        Status status,
        List<String> undecided,
        Instructions instructions,
        List<Outpoint> spentCoins,
        LedgerPosition position) {

    /** How far the transaction got in this ledger. The code is stored and never changes. */
    public enum Status {
        /** Not looked at yet: it stands on a transaction that is undecided. */
        PARKED(1),
        /** Applied, and waiting for the votes of other ledgers. */
        PENDING(2),
        /** Applied for good once nobody waits for an outcome, unless the network refuses it. */
        COMMITTED(3),

        /** Still applied, but it stands on what was undone: the order to undo it is on its way. */
        CONDEMNED(4),

        /** Never to be undone. Of the coins that it spent, only those that it retains are left. */
        FINAL(5);

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
            new Application(
                    Status.PARKED, List.of(), Instructions.NONE, List.of(), LedgerPosition.START);

    public Application {
        undecided = List.copyOf(undecided);
        spentCoins = List.copyOf(spentCoins);
    }

    public boolean isCommitted() {
        return status == Status.COMMITTED || isFinal();
    }

    boolean isFinal() {
        return status == Status.FINAL;
    }

    /** Committed by a decision and not only by this ledger. */
    boolean isDecided() {
        return isCommitted() && undecided.isEmpty();
    }

    boolean isParked() {
        return status == Status.PARKED;
    }

    boolean isCondemned() {
        return status == Status.CONDEMNED;
    }

    boolean admitted(long output) {
        return instructions.outputsToAdmit().stream().anyMatch(index -> index == output);
    }

    Application waitedForBy(String submissionId) {
        if (undecided.contains(submissionId)) {
            return this;
        }
        List<String> waiting = new ArrayList<>(undecided);
        waiting.add(submissionId);
        return new Application(status, waiting, instructions, spentCoins, position);
    }

    Application without(String submissionId) {
        List<String> rest = undecided.stream().filter(id -> !id.equals(submissionId)).toList();
        return new Application(status, rest, instructions, spentCoins, position);
    }

    /** Applied, with its coins to spend, while submissions still wait for their outcome. */
    Application asApplied() {
        return new Application(Status.COMMITTED, undecided, instructions, spentCoins, position);
    }

    Application asCommitted() {
        return new Application(Status.COMMITTED, List.of(), instructions, spentCoins, position);
    }

    Application asFinal(List<Outpoint> retained) {
        return new Application(Status.FINAL, List.of(), instructions, retained, position);
    }

    /** The coins that it spent and keeps as history. */
    List<Outpoint> retainedCoins() {
        if (isFinal()) {
            return spentCoins;
        }
        // The spent coins are in the order of their inputs, of which each is in one of two lists.
        List<Integer> inputs =
                Stream.of(instructions.coinsToRetain(), instructions.coinsRemoved())
                        .flatMap(List::stream)
                        .sorted()
                        .toList();
        return IntStream.range(0, spentCoins.size())
                .filter(i -> instructions.coinsToRetain().contains(inputs.get(i)))
                .mapToObj(spentCoins::get)
                .toList();
    }

    /** Those who wait for it will be aborted; if none does, it was committed. */
    Application asCondemned() {
        return new Application(Status.CONDEMNED, undecided, instructions, spentCoins, position);
    }
}
