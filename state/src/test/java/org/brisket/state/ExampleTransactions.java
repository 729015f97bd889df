package org.brisket.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

/** Small made-up transactions; ledgers take what was verified and look at no script. */
public final class ExampleTransactions {
    private static final byte[] SCRIPT = {0x51};

    private ExampleTransactions() {}

    /** A transaction that spends a coin which no ledger holds; another seed gives another txid. */
    public static Transaction funding(int seed, int outputs) {
        return spending(outputs, new Outpoint(new Txid(1, 2, 3, seed), 0));
    }

    public static Transaction spending(int outputs, Outpoint... coins) {
        TransactionBuilder builder = new TransactionBuilder();
        Arrays.stream(coins).forEach(coin -> builder.input(coin, SCRIPT));
        for (int output = 0; output < outputs; output++) {
            builder.output(output + 1, SCRIPT);
        }
        return builder.build();
    }

    /** Transactions that spend one coin, by ascending txid. */
    public static List<Transaction> rivals(Outpoint coin) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(outputs -> spending(outputs, coin))
                .sorted(Comparator.comparing(Transaction::txid))
                .toList();
    }

    public static Outpoint output(Transaction transaction, int index) {
        return new Outpoint(transaction.txid(), index);
    }

    /** The transaction in Extended Format; every source output is one satoshi. */
    public static byte[] extended(Transaction transaction) {
        List<TransactionOutput> sources = new ArrayList<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            sources.add(new TransactionOutput(1, ByteSlice.of(SCRIPT)));
        }
        return new ExtendedTransaction(transaction, sources).toBytes();
    }
}
