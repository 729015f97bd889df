package org.brisket.state.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.coordination.Decision;
import org.brisket.state.tracking.NetworkObservation;

/**
 * The world outside, which no crash of the job turns back. It takes the first spend of a coin for
 * ever, finds some transactions invalid and likes some not, changes its mind about what no block
 * holds or forgets it, and mines parents before children.
 */
final class SimulatedNetwork {
    private final SplittableRandom lot;
    private final Map<Txid, Transaction> transactions;
    private final Map<Txid, AnswerKind> verdicts = new HashMap<>();
    private final Map<Outpoint, Txid> spent = new HashMap<>();
    private final List<Txid> accepted = new ArrayList<>();
    private final Set<Txid> mined = new HashSet<>();
    private final List<Txid> inBlocks = new ArrayList<>();
    private boolean calm;

    SimulatedNetwork(SplittableRandom lot, Map<Txid, Transaction> transactions) {
        this.lot = lot;
        this.transactions = transactions;
    }

    /** What both endpoints say; with a transaction come its ancestors, as in a BEEF. */
    NetworkObservation post(Txid txid) {
        return new NetworkObservation.Answered(outcome(txid, judge(txid)));
    }

    private AnswerKind judge(Txid txid) {
        AnswerKind known = verdicts.get(txid);
        if (known != null) {
            return known;
        }
        Transaction transaction = transactions.get(txid);
        AnswerKind verdict = judgeItself();
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint coin = transaction.previousOutput(input);
            boolean bad =
                    transactions.containsKey(coin.txid())
                            && judge(coin.txid()) != AnswerKind.ACCEPTED;
            if (bad || spent.containsKey(coin)) {
                verdict = AnswerKind.INVALID;
            }
        }
        verdicts.put(txid, verdict);
        if (verdict == AnswerKind.ACCEPTED) {
            take(txid, transaction);
        }
        return verdict;
    }

    /** What both endpoints say when they are asked, or when they are sent it again. */
    NetworkObservation answer(Decision.Poll poll) {
        if (!poll.transactions().isEmpty()) {
            return new NetworkObservation.PostedAgain(outcome(poll.txid(), judge(poll.txid())));
        }
        AnswerKind status =
                switch (verdicts.getOrDefault(poll.txid(), AnswerKind.ABSENT)) {
                    case ACCEPTED -> AnswerKind.ACCEPTED;
                    case CONDITION -> AnswerKind.CONDITION;
                    default -> AnswerKind.ABSENT;
                };
        boolean lost = !calm && lot.nextInt(8) == 0;
        return new NetworkObservation.Polled(
                outcome(poll.txid(), lost ? AnswerKind.UNKNOWN : status));
    }

    private static BroadcastOutcome outcome(Txid txid, AnswerKind kind) {
        EndpointAnswer answer = new EndpointAnswer("e", kind, "", 0, "", List.of());
        return new BroadcastOutcome(txid, List.of(answer, answer));
    }

    /** Refuses what it had accepted, with everything that stands on it, if a lot falls on one. */
    void refuseLate() {
        anyUnmined().ifPresent(first -> drop(first, AnswerKind.CONDITION));
    }

    /** Forgets what it had accepted, as if it had never come. */
    void forget() {
        anyUnmined()
                .filter(txid -> accepted.stream().noneMatch(other -> standsOn(other, txid)))
                .ifPresent(txid -> drop(txid, AnswerKind.ABSENT));
    }

    /** From now on it changes its mind no more and loses nothing. */
    void calmDown() {
        calm = true;
    }

    boolean refuses(Txid txid) {
        return verdicts.get(txid) == AnswerKind.CONDITION;
    }

    private Optional<Txid> anyUnmined() {
        return accepted.isEmpty()
                ? Optional.empty()
                : Optional.of(accepted.get(lot.nextInt(accepted.size())))
                        .filter(txid -> !mined.contains(txid));
    }

    private void drop(Txid first, AnswerKind kind) {
        Deque<Txid> dropped = new ArrayDeque<>(List.of(first));
        while (!dropped.isEmpty()) {
            Txid txid = dropped.poll();
            if (accepted.remove(txid)) {
                accepted.stream().filter(other -> standsOn(other, txid)).forEach(dropped::add);
                spent.values().removeIf(txid::equals);
                if (kind == AnswerKind.ABSENT) {
                    verdicts.remove(txid);
                } else {
                    verdicts.put(txid, kind);
                }
            }
        }
    }

    private boolean standsOn(Txid txid, Txid parent) {
        Transaction transaction = transactions.get(txid);
        for (int input = 0; input < transaction.inputCount(); input++) {
            if (transaction.previousOutput(input).txid().equals(parent)) {
                return true;
            }
        }
        return false;
    }

    private AnswerKind judgeItself() {
        return switch (lot.nextInt(30)) {
            case 0 -> AnswerKind.INVALID;
            case 1 -> AnswerKind.POLICY;
            default -> AnswerKind.ACCEPTED;
        };
    }

    private void take(Txid txid, Transaction transaction) {
        accepted.add(txid);
        for (int input = 0; input < transaction.inputCount(); input++) {
            spent.put(transaction.previousOutput(input), txid);
        }
    }

    /** Mines an accepted transaction whose parents are mined, if the lot falls on one. */
    Optional<NetworkObservation> mine() {
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        Txid txid = accepted.get(lot.nextInt(accepted.size()));
        Transaction transaction = transactions.get(txid);
        for (int input = 0; input < transaction.inputCount(); input++) {
            Txid parent = transaction.previousOutput(input).txid();
            if (transactions.containsKey(parent) && !mined.contains(parent)) {
                return Optional.empty();
            }
        }
        if (mined.add(txid)) {
            inBlocks.add(txid);
        }
        return Optional.of(
                new NetworkObservation.Mined(txid, 1 + inBlocks.indexOf(txid), Optional.empty()));
    }

    /** Any mined transaction. */
    Optional<Txid> anyMined() {
        return inBlocks.isEmpty()
                ? Optional.empty()
                : Optional.of(inBlocks.get(lot.nextInt(inBlocks.size())));
    }
}
