package org.brisket.state.simulation;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.ForwardingLedgerStore;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.LedgerTable;
import org.brisket.state.ledger.ParkedLine;
import org.brisket.state.ledger.StepBudget;
import org.brisket.state.tracking.SubmissionResult;

/** Puts a mutation, if there is one, around the parts of the job. */
final class Mutator {
    private final Optional<Mutation> mutation;
    private int answers;

    Mutator(Optional<Mutation> mutation) {
        this.mutation = mutation;
    }

    private boolean is(Mutation other) {
        return mutation.isPresent() && mutation.get() == other;
    }

    boolean loses(SubmissionResult result) {
        return is(Mutation.LOST_RESULT) && result.position().offset() % 16 == 3;
    }

    boolean loses(LedgerOrder order) {
        return is(Mutation.PARTIAL_COMMIT)
                && order.kind() == LedgerOrder.Kind.COMMIT
                && order.ledger().endsWith("1");
    }

    boolean loses(LedgerMessage message) {
        return is(Mutation.DEPENDANTS_FORGOTTEN)
                && (message instanceof LedgerMessage.Objection
                        || message instanceof LedgerMessage.AncestorObjection);
    }

    boolean losesQuestions() {
        return is(Mutation.LOST_QUESTION);
    }

    boolean losesWakeUp(String ledger) {
        return is(Mutation.LOST_WAKE_UP) && ledger.endsWith("1");
    }

    StepBudget around(StepBudget budget) {
        return is(Mutation.ENDLESS_STEP) ? StepBudget.DEFAULT : budget;
    }

    LedgerRules around(LedgerRules rules) {
        if (!is(Mutation.NONDETERMINISTIC_ANSWER)) {
            return rules;
        }
        return (ledger, extended, previousCoins, offChainValues) -> {
            LedgerRules.Answer answer =
                    rules.evaluate(ledger, extended, previousCoins, offChainValues);
            return SimulatedLedgers.isBasket(ledger) || answers++ % 2 == 0
                    ? answer
                    : withoutItsFirstOutput(answer);
        };
    }

    private static LedgerRules.Answer withoutItsFirstOutput(LedgerRules.Answer answer) {
        Instructions all = answer.instructions();
        if (answer.rejection().isPresent() || all.outputsToAdmit().isEmpty()) {
            return answer;
        }
        int size = all.outputsToAdmit().size();
        return LedgerRules.Answer.of(
                new Instructions(
                        all.outputsToAdmit().subList(1, size),
                        all.coinsToRetain(),
                        all.coinsRemoved()));
    }

    private static Coin inflated(Coin coin) {
        return new Coin(
                coin.pending(),
                coin.spender(),
                coin.content()
                        .map(
                                content ->
                                        new CoinContent(
                                                content.asset(),
                                                content.amount() + 1,
                                                content.owner(),
                                                content.attributes())),
                coin.slot());
    }

    SimulatedBasketManager basketManager() {
        return new SimulatedBasketManager(is(Mutation.OVERDRAFT_ADMITTED));
    }

    /** The store as proposals see it. */
    LedgerStore around(LedgerStore store) {
        if (is(Mutation.SPENT_CHECK_SKIPPED)) {
            return new ForwardingLedgerStore(store) {
                @Override
                public Optional<Coin> coin(Outpoint outpoint) {
                    return super.coin(outpoint)
                            .map(coin -> coin.spender().isEmpty() ? coin : coin.restored());
                }
            };
        }
        if (is(Mutation.REPEAT_APPLIED_TWICE)) {
            return new ForwardingLedgerStore(store) {
                @Override
                public Optional<Application> application(Txid txid) {
                    return super.application(txid).filter(held -> !held.isCommitted());
                }
            };
        }
        if (is(Mutation.AMOUNT_INFLATED)) {
            return new ForwardingLedgerStore(store) {
                @Override
                public void putCoin(Outpoint outpoint, Coin coin) {
                    super.putCoin(outpoint, coin(outpoint).isPresent() ? coin : inflated(coin));
                }
            };
        }
        if (is(Mutation.PARKED_FORGOTTEN)) {
            return new ForwardingLedgerStore(store) {
                @Override
                public LedgerTable<Txid, ParkedLine> parkedLines() {
                    return new ForgetfulLines(super.parkedLines());
                }
            };
        }
        return store;
    }

    private record ForgetfulLines(LedgerTable<Txid, ParkedLine> lines)
            implements LedgerTable<Txid, ParkedLine> {
        @Override
        public Optional<ParkedLine> get(Txid parent) {
            return lines.get(parent);
        }

        @Override
        public void put(Txid parent, ParkedLine line) {
            long first = line.size() == 2 ? line.first() + 1 : line.first();
            lines.put(parent, new ParkedLine(first, line.next(), line.bytes()));
        }

        @Override
        public void remove(Txid parent) {
            lines.remove(parent);
        }
    }
}
