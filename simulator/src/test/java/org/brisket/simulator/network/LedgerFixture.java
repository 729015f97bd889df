package org.brisket.simulator.network;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.simulator.chain.SimulatedChain;

/** A ledger over a chain of coins, and what it told its listener. */
final class LedgerFixture {
    final SimulatedChain chain = TestCoins.chain();
    final List<TransactionState> told = new ArrayList<>();
    final NetworkLedger ledger =
            new NetworkLedger(
                    chain,
                    txid -> Optional.empty(),
                    NetworkOptions.DEFAULT,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    LedgerFixture() {
        ledger.addListener(told::add);
    }

    ExtendedTransaction coin(long coin, long satoshis) {
        return TestCoins.spend(chain, coin, satoshis);
    }

    ExtendedTransaction child(ExtendedTransaction parent, long satoshis) {
        return TestCoins.spend(parent.transaction(), 0, satoshis);
    }

    Verdict post(ExtendedTransaction transaction) {
        return ledger.post("arc1", PostedTransaction.of(transaction), AcceptanceOptions.ALL_CHECKS);
    }

    /** The funding coin with that number, spent and in the mempool. */
    ExtendedTransaction posted(long coin) {
        ExtendedTransaction transaction = coin(coin, 9_000);
        post(transaction);
        return transaction;
    }

    Verdict inject(ExtendedTransaction transaction) {
        return ledger.inject(PostedTransaction.of(transaction));
    }

    TransactionState state(ExtendedTransaction transaction) {
        return ledger.state(txid(transaction)).orElseThrow();
    }

    ArcStatus status(ExtendedTransaction transaction) {
        return state(transaction).status();
    }

    List<ArcStatus> history(ExtendedTransaction transaction) {
        return ledger.historyOf(txid(transaction)).stream().map(StatusChange::status).toList();
    }

    static Txid txid(ExtendedTransaction transaction) {
        return transaction.transaction().txid();
    }
}
