package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.Collections;
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
 * where the ledger stood after it was applied, and who spent those of its outputs whose coins went
 * since. Once it is final, its spent coins are those that are still there: first what is about to
 * go, then what it retains.
 */
public record Application(
        Status status,
        List<Claim> claims,
        Optional<Txid> contender,
        Instructions instructions,
        List<Outpoint> spentCoins,
        LedgerPosition position,
        List<SpentOutput> spentOutputs) {

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
        spentOutputs = List.copyOf(spentOutputs);
    }

    /** With all coins of its outputs still there. */
    public Application(
            Status status,
            List<Claim> claims,
            Optional<Txid> contender,
            Instructions instructions,
            List<Outpoint> spentCoins,
            LedgerPosition position) {
        this(status, claims, contender, instructions, spentCoins, position, List.of());
    }

    public boolean isCommitted() {
        return status == Status.COMMITTED || isFinal();
    }

    public boolean isFinal() {
        return status == Status.FINAL;
    }

    /** Committed by a decision and not only by this ledger. */
    boolean isDecided() {
        return isCommitted() && claims.isEmpty();
    }

    public boolean isParked() {
        return status == Status.PARKED;
    }

    boolean isCondemned() {
        return status == Status.CONDEMNED;
    }

    boolean admitted(long output) {
        return output <= Integer.MAX_VALUE
                && Collections.binarySearch(instructions.outputsToAdmit(), (int) output) >= 0;
    }

    /** Who spent an output whose coin went. */
    public Optional<Txid> spenderOf(long output) {
        return spentOutputs.stream()
                .filter(spent -> spent.output() == output)
                .map(SpentOutput::spender)
                .findFirst();
    }

    /** True if it admitted outputs and the coins of all of them went. */
    boolean isLost() {
        int admitted = instructions.outputsToAdmit().size();
        return admitted > 0 && spentOutputs.size() == admitted;
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
        return new Application(
                status, claims, largest, instructions, spentCoins, position, spentOutputs);
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
        return with(status, all, spentCoins);
    }

    Application without(String submission) {
        List<Claim> rest =
                claims.stream().filter(claim -> !claim.submission().equals(submission)).toList();
        return with(status, rest, spentCoins);
    }

    /** Applied, with its coins to spend, while submissions still wait for their outcome. */
    Application asApplied() {
        return with(Status.COMMITTED, claims, spentCoins);
    }

    Application asCommitted() {
        return with(Status.COMMITTED, List.of(), spentCoins);
    }

    /** Final, while these are the coins that it spent and that are still there. */
    Application asFinal(List<Outpoint> left) {
        return with(Status.FINAL, List.of(), left);
    }

    Application withSpentOutputs(List<SpentOutput> more) {
        List<SpentOutput> all = new ArrayList<>(spentOutputs);
        all.addAll(more);
        return new Application(status, claims, contender, instructions, spentCoins, position, all);
    }

    /** Once it is committed nobody waits for its coins any more. */
    private Application with(Status next, List<Claim> claiming, List<Outpoint> left) {
        boolean committed = next == Status.COMMITTED || next == Status.FINAL;
        Optional<Txid> waiting = committed ? Optional.empty() : contender;
        return new Application(next, claiming, waiting, instructions, left, position, spentOutputs);
    }

    /** The coins that it spent and is to keep as history once it is final. */
    List<Outpoint> retainedCoins() {
        // The spent coins are in the order of their inputs, of which each is in one of two lists.
        List<Integer> inputs =
                Stream.of(instructions.coinsToRetain(), instructions.coinsRemoved())
                        .flatMap(List::stream)
                        .sorted()
                        .toList();
        Set<Integer> retained = Set.copyOf(instructions.coinsToRetain());
        return IntStream.range(0, spentCoins.size())
                .filter(i -> retained.contains(inputs.get(i)))
                .mapToObj(spentCoins::get)
                .toList();
    }

    /** Those who wait for it will be aborted; if none does, it was committed. */
    Application asCondemned() {
        return with(Status.CONDEMNED, claims, spentCoins);
    }
}
