package org.brisket.operators.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.apache.flink.metrics.SimpleCounter;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;

class RecentlyVerifiedTest {
    private final SimpleCounter hits = new SimpleCounter();
    private final SimpleCounter misses = new SimpleCounter();

    private static Txid txid(long number) {
        return new Txid(number, 0, 0, 0);
    }

    @Test
    void remembersCosts() {
        RecentlyVerified memory = new RecentlyVerified(10, hits, misses);
        memory.add(txid(1), 77);

        assertThat(memory.costOf(txid(1))).hasValue(77);
        assertThat(memory.costOf(txid(2))).isEmpty();
        assertThat(hits.getCount()).isEqualTo(1);
        assertThat(misses.getCount()).isEqualTo(1);
    }

    @Test
    void forgetsBeyondItsBound() {
        RecentlyVerified memory = new RecentlyVerified(10, hits, misses);
        LongStream.range(0, 1_000).forEach(i -> memory.add(txid(i), i));

        assertThat(
                        LongStream.range(0, 1_000)
                                .filter(i -> memory.costOf(txid(i)).isPresent())
                                .count())
                .isLessThanOrEqualTo(10);
    }
}
