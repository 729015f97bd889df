package org.brisket.state.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.codec.Codec;
import org.junit.jupiter.api.Test;

/**
 * A chain of unconfirmed transactions, each submitted with all of its ancestors: the submissions
 * grow with the square of its length, what is stored and written with the length alone.
 */
class ChainOfFiftyTest {
    private static final int LENGTH = 50;

    /** State and record of a transaction may cost this much more than its bytes. */
    private static final int OVERHEAD = 20;

    private final List<Transaction> chain = ExampleBlocks.chain(LENGTH);
    private final Map<Txid, InMemoryTransactionStore> stores = new HashMap<>();
    private long submitted;
    private long written;
    private int records;

    private void submit(List<Transaction> transactions) throws MalformedException {
        submitted += ExampleBlocks.beef(transactions).toBytes().length;
        for (BroughtTransaction one : BroughtTransaction.allOf(ExampleBlocks.graph(transactions))) {
            var store = stores.computeIfAbsent(one.txid(), t -> new InMemoryTransactionStore());
            new TransactionKeeper(store, effects(), height -> null).bring(one);
        }
    }

    private StoreEffects effects() {
        return new StoreEffects() {
            @Override
            public void stored(Txid txid, RawTransaction raw, Optional<BlockProof> proof) {
                written += new BroughtTransaction(txid, raw, proof).alone().toBytes().length;
                records++;
            }

            @Override
            public void proven(Txid txid, BlockProof proof) {}
        };
    }

    private static <T> int size(Codec<T> codec, T value) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(64);
            codec.write(value, out);
            return out.length();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long stored() {
        return stores.values().stream()
                .mapToLong(
                        store ->
                                size(new RawTransactionCodec(), store.raw().orElseThrow())
                                        + size(new StandingCodec(), store.standing().orElseThrow()))
                .sum();
    }

    @Test
    void costsAsManyBytesAsItHas() throws MalformedException {
        for (int length = 1; length <= LENGTH; length++) {
            submit(chain.subList(0, length));
        }
        long raw = chain.stream().mapToLong(Transaction::size).sum();
        long proof = ExampleBlocks.proof(chain.get(0), 100, 1).path().toBytes().length + 40;

        assertThat(records).isEqualTo(LENGTH);
        assertThat(written).isBetween(raw, raw + LENGTH * OVERHEAD + proof);
        assertThat(stored()).isBetween(raw, raw + LENGTH * OVERHEAD + proof);
        assertThat(submitted).as("what came in").isGreaterThan(20 * raw);
    }
}
