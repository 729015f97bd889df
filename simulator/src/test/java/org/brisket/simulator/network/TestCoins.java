package org.brisket.simulator.network;

import java.math.BigInteger;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.FundingPlan;
import org.brisket.simulator.chain.SimulatedChain;

/** A hundred mined coins of 10,000 satoshis of one key, and transactions that spend them. */
public final class TestCoins {
    private static final PrivateKey KEY = PrivateKey.of(BigInteger.valueOf(7));
    private static final byte[] LOCK = P2pkh.lock(KEY.publicKey());

    private TestCoins() {}

    public static SimulatedChain chain() {
        return new SimulatedChain(5, FundingOptions.of(100, List.of(ByteSlice.of(LOCK))));
    }

    /** Spends the funding coin with the given number to one output of the given value. */
    public static ExtendedTransaction spend(SimulatedChain chain, long coin, long satoshis) {
        FundingPlan plan = chain.funding();
        Transaction source = plan.transaction(plan.blockOf(coin), plan.transactionOf(coin));
        return spend(source, plan.outputOf(coin), satoshis);
    }

    /** Spends an output of a transaction to one output of the given value. */
    public static ExtendedTransaction spend(Transaction source, int output, long satoshis) {
        TransactionOutput coin = source.output(output);
        return new SigningBuilder()
                .input(new Outpoint(source.txid(), output), coin, KEY)
                .output(satoshis, LOCK)
                .build();
    }
}
