package org.brisket.operators.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;

class RecentlyVerifiedTest {
    private static Txid txid(long number) {
        return new Txid(number, 0, 0, 0);
    }

    @Test
    void remembersCosts() {
        RecentlyVerified memory = new RecentlyVerified(10);
        memory.add(txid(1), 77);

        assertThat(memory.costOf(txid(1))).hasValue(77);
        assertThat(memory.costOf(txid(2))).isEmpty();
    }

    @Test
    void forgetsBeyondItsBound() {
        RecentlyVerified memory = new RecentlyVerified(10);
        LongStream.range(0, 1_000).forEach(i -> memory.add(txid(i), i));

        assertThat(
                        LongStream.range(0, 1_000)
                                .filter(i -> memory.costOf(txid(i)).isPresent())
                                .count())
                .isLessThanOrEqualTo(10);
    }
}
