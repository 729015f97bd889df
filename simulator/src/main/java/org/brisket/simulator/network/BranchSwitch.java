package org.brisket.simulator.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.Reorganisation;
import org.brisket.simulator.chain.SimulatedChain;

/** A reorganisation as the transactions see it. Guarded by its ledger's lock. */
final class BranchSwitch {
    private final HeldTransactions held;
    private final Acceptance acceptance;
    private final Races races;
    private final SimulatedChain chain;

    BranchSwitch(HeldTransactions held, Acceptance acceptance, Races races, SimulatedChain chain) {
        this.held = held;
        this.acceptance = acceptance;
        this.races = races;
        this.chain = chain;
    }

    /** Rivals that the branch cannot hold are left out. */
    Reorganisation run(BranchPlan plan) {
        List<Block> stale = chain.newest(plan.depth());
        Map<Txid, NetworkTransaction> lost = lost(stale, plan);
        List<NetworkTransaction> rivals = fitting(plan.rivals(), lost);
        List<List<Txid>> branch = new ArrayList<>();
        for (Block block : stale) {
            branch.add(
                    new ArrayList<>(
                            posted(block).stream().filter(t -> !lost.containsKey(t)).toList()));
        }
        rivals.forEach(rival -> branch.get(0).add(rival.txid()));
        branch.add(List.of());
        held.unmine(List.copyOf(lost.values()));
        rivals.forEach(this::makeRoom);
        Reorganisation change = chain.reorganise(plan.depth(), branch);
        change.adopted().forEach(this::markMined);
        return change;
    }

    private static List<Txid> posted(Block block) {
        return block.txids().subList(1, block.txids().size());
    }

    /** What the branch lacks, parents first. */
    private Map<Txid, NetworkTransaction> lost(List<Block> stale, BranchPlan plan) {
        Set<Outpoint> takenByRivals = new HashSet<>();
        plan.rivals().forEach(rival -> takenByRivals.addAll(spent(rival.transaction())));
        Map<Txid, NetworkTransaction> lost = new LinkedHashMap<>();
        for (Block block : stale) {
            for (Txid txid : posted(block)) {
                NetworkTransaction mined = held.find(txid).orElseThrow();
                boolean kept =
                        plan.keeps().test(txid)
                                && spent(mined.transaction()).stream()
                                        .noneMatch(
                                                coin ->
                                                        takenByRivals.contains(coin)
                                                                || lost.containsKey(coin.txid()));
                if (!kept) {
                    lost.put(txid, mined);
                }
            }
        }
        return lost;
    }

    private static List<Outpoint> spent(Transaction transaction) {
        return IntStream.range(0, transaction.inputCount())
                .mapToObj(transaction::previousOutput)
                .toList();
    }

    private List<NetworkTransaction> fitting(
            List<PostedTransaction> rivals, Map<Txid, NetworkTransaction> lost) {
        Set<Outpoint> taken = new HashSet<>();
        List<NetworkTransaction> fitting = new ArrayList<>();
        for (PostedTransaction posted : rivals) {
            NetworkTransaction rival =
                    held.find(posted.txid()).orElseGet(() -> new NetworkTransaction(posted));
            List<Outpoint> coins = spent(posted.transaction());
            if (fits(rival, lost) && coins.stream().noneMatch(taken::contains)) {
                taken.addAll(coins);
                fitting.add(rival);
            }
        }
        return fitting;
    }

    private boolean fits(NetworkTransaction rival, Map<Txid, NetworkTransaction> lost) {
        SourceOutputs sources = acceptance.sourcesOf(rival.posted);
        boolean parentsStay =
                sources.unknown().isEmpty()
                        && spent(rival.transaction()).stream()
                                .noneMatch(coin -> lost.containsKey(coin.txid()))
                        && spent(rival.transaction()).stream()
                                .noneMatch(coin -> isUnmined(coin.txid()));
        boolean competitorsGive =
                held.competitorsOf(rival.transaction()).stream()
                        .allMatch(txid -> lost.containsKey(txid) || isUnmined(txid));
        return !rival.spendable
                && parentsStay
                && competitorsGive
                && acceptance.checkAlone(rival, sources).isEmpty();
    }

    private boolean isUnmined(Txid txid) {
        return held.find(txid).filter(each -> !each.isMined()).isPresent();
    }

    private void makeRoom(NetworkTransaction rival) {
        for (Txid loser : held.competitorsOf(rival.transaction())) {
            races.refuse(held.find(loser).orElseThrow(), rival.txid());
        }
        held.hold(rival, ArcStatus.SEEN_ON_NETWORK, "");
    }

    private void markMined(Block block) {
        for (int index = 1; index < block.txids().size(); index++) {
            NetworkTransaction mined = held.find(block.txids().get(index)).orElseThrow();
            held.mined(mined, block.height(), index);
            races.end(mined);
        }
    }
}
