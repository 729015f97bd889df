package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * A transaction as it stands in one ledger: what it did there, the coins that it spent, the
 * submissions that still wait for an outcome, the largest subject that waits for one of its coins,
 * and where the ledger stood after it was applied.
 */
public record Application(
        Status status,
        List<Claim> claims,
        Optional<Txid> contender,
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
                    Status.PARKED,
                    List.of(),
                    Optional.empty(),
                    Instructions.NONE,
                    List.of(),
                    LedgerPosition.START);

    public Application {
        claims = List.copyOf(claims);
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
        return isCommitted() && claims.isEmpty();
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

    /** The subjects of the submissions that keep it undecided. */
    Set<Txid> subjects() {
        return claims.stream().map(Claim::subject).collect(Collectors.toCollection(TreeSet::new));
    }

    /** True if a subject that wants a coin of it is smaller than all that keep it undecided. */
    boolean goesAfter(Txid contending) {
        return claims.stream().allMatch(claim -> contending.compareTo(claim.subject()) < 0);
    }

    /** True if the largest of those that wait for a coin of it is larger than a subject. */
    boolean isContendedByAnyAfter(Txid subject) {
        return contender.filter(waiting -> waiting.compareTo(subject) > 0).isPresent();
    }

    Application contendedBy(Txid subject) {
        Optional<Txid> largest = isContendedByAnyAfter(subject) ? contender : Optional.of(subject);
        return new Application(status, claims, largest, instructions, spentCoins, position);
    }

    boolean isClaimedBy(String submission) {
        return claims.stream().anyMatch(claim -> claim.submission().equals(submission));
    }

    Application claimedBy(Claim claim) {
        if (claims.contains(claim)) {
            return this;
        }
        List<Claim> all = new ArrayList<>(claims);
        all.add(claim);
        return new Application(status, all, contender, instructions, spentCoins, position);
    }

    Application without(String submission) {
        List<Claim> rest =
                claims.stream().filter(claim -> !claim.submission().equals(submission)).toList();
        return new Application(status, rest, contender, instructions, spentCoins, position);
    }

    /** Applied, with its coins to spend, while submissions still wait for their outcome. */
    Application asApplied() {
        return new Application(
                Status.COMMITTED, claims, Optional.empty(), instructions, spentCoins, position);
    }

    Application asCommitted() {
        return new Application(
                Status.COMMITTED, List.of(), Optional.empty(), instructions, spentCoins, position);
    }

    Application asFinal(List<Outpoint> retained) {
        return new Application(
                Status.FINAL, List.of(), Optional.empty(), instructions, retained, position);
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
        return new Application(
                Status.CONDEMNED, claims, contender, instructions, spentCoins, position);
    }
}
