package org.brisket.simulator.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.Reorganisation;
import org.brisket.simulator.http.TransactionLottery;
import org.brisket.simulator.network.BranchPlan;
import org.brisket.simulator.network.PostedTransaction;

/** What happens to transactions. */
final class TransactionActions {
    private TransactionActions() {}

    /** Some of those that come are poison from now on. */
    record Poison(int count, double share) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            stage.network()
                    .interventions()
                    .poison(new TransactionLottery(count, share, stage.nextSeed()));
            return Outcome.of("");
        }

        @Override
        public String describe() {
            return count + " of the next transactions are poison";
        }
    }

    /** Rivals of some of those that come reach the network first. */
    record RivalsFirst(int count, double share) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            stage.network()
                    .interventions()
                    .forestall(
                            new TransactionLottery(count, share, stage.nextSeed()), stage::rivalOf);
            return Outcome.of("");
        }

        @Override
        public String describe() {
            return "rivals of " + count + " of the next transactions come first";
        }
    }

    /** Some that wait for a block get a rival, which the next block holds or not. */
    record DoubleSpend(int count, boolean rivalWins) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            int before = stage.collect(this, 0).count();
            int races = 0;
            for (Txid ours : stage.shuffledMempool()) {
                if (before + races < count && race(stage, ours)) {
                    races++;
                }
            }
            Stage.Collected all = stage.collect(this, races);
            return stage.isEnough(all, count)
                    ? Outcome.of(all.count() + " races")
                    : Optional.empty();
        }

        private boolean race(Stage stage, Txid ours) {
            Optional<PostedTransaction> rival = stage.rivalOf(ours);
            boolean races = rival.isPresent() && stage.ledger().inject(rival.get()).isAccepted();
            if (races && rivalWins) {
                stage.ledger().prefer(rival.get().txid());
            }
            return races;
        }

        @Override
        public String describe() {
            return "double spends of %d transactions, %s win"
                    .formatted(count, rivalWins ? "the rivals" : "ours");
        }
    }

    /** Some that wait for a block are refused after all. */
    record Reject(int count, String reason) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            int before = stage.collect(this, 0).count();
            int refused = 0;
            for (Txid txid : stage.shuffledMempool()) {
                if (before + refused < count && stage.ledger().reject(txid, reason)) {
                    stage.rejected().add(txid);
                    refused++;
                }
            }
            Stage.Collected all = stage.collect(this, refused);
            return stage.isEnough(all, count)
                    ? Outcome.of(all.count() + " refused")
                    : Optional.empty();
        }

        @Override
        public String describe() {
            return "refusal of " + count + " transactions that were accepted";
        }
    }

    /** Those that were refused by {@link Reject} are accepted again. */
    record Reinstate() implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            List<Txid> rejected = List.copyOf(stage.rejected());
            stage.rejected().clear();
            long back = rejected.stream().filter(stage.ledger()::reinstate).count();
            return Outcome.of(back + " of " + rejected.size() + " back");
        }

        @Override
        public String describe() {
            return "the refused transactions are accepted again";
        }
    }

    /** Blocks come at once. */
    record Mine(int blocks) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            for (int i = 0; i < blocks; i++) {
                stage.network().mineBlock();
            }
            return Outcome.of("");
        }

        @Override
        public String describe() {
            return blocks == 1 ? "a block at once" : blocks + " blocks at once";
        }
    }

    /** Blocks lose their place to a branch that holds a share of their transactions, and rivals. */
    record Reorganise(int depth, double keep, int rivals) implements Action {
        @Override
        public Optional<Outcome> start(Stage stage) {
            if (stage.network().chain().deepestReorganisation() < depth) {
                return Optional.empty();
            }
            TransactionLottery kept =
                    new TransactionLottery(Integer.MAX_VALUE, keep, stage.nextSeed());
            List<Block> newest = stage.network().chain().newest(depth);
            BranchPlan plan = new BranchPlan(depth, kept::draws, stage.rivalsOf(newest, rivals));
            Reorganisation change = stage.ledger().reorganise(plan);
            return Outcome.of(figures(change, plan.rivals()));
        }

        private static String figures(Reorganisation change, List<PostedTransaction> rivals) {
            Set<Txid> lost = posted(change.stale());
            Set<Txid> adopted = posted(change.adopted());
            lost.removeAll(adopted);
            long won = rivals.stream().filter(rival -> adopted.contains(rival.txid())).count();
            return "%d transactions lost their block, %d of them to rivals"
                    .formatted(lost.size(), won);
        }

        private static Set<Txid> posted(List<Block> blocks) {
            Set<Txid> txids = new HashSet<>();
            blocks.forEach(block -> txids.addAll(block.txids().subList(1, block.txids().size())));
            return txids;
        }

        @Override
        public String describe() {
            return "reorganisation of depth " + depth;
        }
    }
}
