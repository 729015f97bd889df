package org.brisket.state.simulation;

import java.util.ArrayList;
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
import org.brisket.state.tracking.NetworkObservation;

/**
 * The world outside, which no crash of the job turns back. It takes the first spend of a coin for
 * ever, finds some transactions invalid and likes some not, and mines parents before children.
 */
final class SimulatedNetwork {
    private final SplittableRandom lot;
    private final Map<Txid, Transaction> transactions;
    private final Map<Txid, AnswerKind> verdicts = new HashMap<>();
    private final Map<Outpoint, Txid> spent = new HashMap<>();
    private final List<Txid> accepted = new ArrayList<>();
    private final Set<Txid> mined = new HashSet<>();
    private final List<Txid> inBlocks = new ArrayList<>();

    SimulatedNetwork(SplittableRandom lot, Map<Txid, Transaction> transactions) {
        this.lot = lot;
        this.transactions = transactions;
    }

    /** What both endpoints say; with a transaction come its ancestors, as in a BEEF. */
    NetworkObservation post(Txid txid) {
        EndpointAnswer answer = new EndpointAnswer("e", judge(txid), "", 0, "", List.of());
        return new NetworkObservation.Answered(new BroadcastOutcome(txid, List.of(answer, answer)));
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
        return Optional.of(new NetworkObservation.Mined(txid, 1 + inBlocks.indexOf(txid)));
    }

    /** Any mined transaction. */
    Optional<Txid> anyMined() {
        return inBlocks.isEmpty()
                ? Optional.empty()
                : Optional.of(inBlocks.get(lot.nextInt(inBlocks.size())));
    }
}
