package org.brisket.protocol.overlay.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.unsigned;
import static org.brisket.protocol.overlay.topic.SampleTokens.with;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockTokenTest {
    private static final List<byte[]> FIELDS =
            List.of(
                    Utf8.encode("STOCK1"),
                    SampleStock.KEEPER.identityKey().bytes().toByteArray(),
                    Utf8.encode("tea"),
                    Utf8.encode("8"),
                    Utf8.encode("available"),
                    Utf8.encode("hall-2"));

    private static boolean isStock(List<byte[]> fields) {
        return StockToken.decode(ByteSlice.of(unsigned(fields))).isPresent();
    }

    @Test
    void readsSixOrSevenFields() {
        List<byte[]> received = new ArrayList<>(FIELDS);
        received.add(new byte[70]);
        List<byte[]> more = new ArrayList<>(received);
        more.add(new byte[70]);

        assertThat(isStock(FIELDS)).isTrue();
        assertThat(isStock(received)).isTrue();
        assertThat(isStock(more)).isFalse();
        assertThat(isStock(FIELDS.subList(0, 5))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, STOCK2",
        "0, stock1",
        "2, te a",
        "2, te/a",
        "2, tée",
        "3, 0",
        "3, -1",
        "3, 08",
        "3, 1.5",
        "3, 9007199254740992",
        "3, 99999999999999999999",
        "4, Available",
        "4, sold",
        "5, hall 2"
    })
    void refusesOtherValues(int field, String value) {
        assertThat(isStock(with(FIELDS, field, Utf8.encode(value)))).isFalse();
    }

    @Test
    void boundsEveryField() {
        for (int field : List.of(2, 5)) {
            assertThat(isStock(with(FIELDS, field, Utf8.encode("a".repeat(64))))).isTrue();
            assertThat(isStock(with(FIELDS, field, Utf8.encode("a".repeat(65))))).isFalse();
        }
        assertThat(isStock(with(FIELDS, 2, new byte[0]))).isFalse();
        assertThat(isStock(with(FIELDS, 5, new byte[0]))).as("no location").isTrue();
        assertThat(isStock(with(FIELDS, 4, new byte[0]))).isFalse();
        assertThat(isStock(with(FIELDS, 1, new byte[33]))).as("no point").isFalse();
        assertThat(isStock(with(FIELDS, 1, new byte[32]))).isFalse();
        assertThat(isStock(with(FIELDS, 2, new byte[] {(byte) 0xFF}))).isFalse();
    }
}
