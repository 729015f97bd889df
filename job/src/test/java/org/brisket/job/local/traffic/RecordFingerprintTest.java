package org.brisket.job.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.submission.Header;
import org.junit.jupiter.api.Test;

final class RecordFingerprintTest {
    private static final List<Header> HEADERS = List.of(Header.of("a", "1"), Header.of("b", "2"));

    @Test
    void isTheSameForTheSameBytesOnly() {
        ByteSlice original = of(1, 2, HEADERS);

        assertThat(of(1, 2, HEADERS)).isEqualTo(original);
        assertThat(of(2, 1, HEADERS)).isNotEqualTo(original);
        assertThat(of(1, 2, List.of(HEADERS.get(1), HEADERS.get(0)))).isNotEqualTo(original);
        assertThat(of(1, 2, List.of(Header.of("a", "12"), Header.of("b", ""))))
                .isNotEqualTo(original);
        assertThat(of(1, 2, HEADERS.subList(0, 1))).isNotEqualTo(original);
    }

    @Test
    void seesByteThatMovedFromKeyToValue() {
        ByteSlice original = RecordFingerprint.of(new byte[2], new byte[1], List.of());

        assertThat(RecordFingerprint.of(new byte[1], new byte[2], List.of()))
                .isNotEqualTo(original);
    }

    private static ByteSlice of(int key, int value, List<Header> headers) {
        return RecordFingerprint.of(new byte[] {(byte) key}, new byte[] {(byte) value}, headers);
    }
}
