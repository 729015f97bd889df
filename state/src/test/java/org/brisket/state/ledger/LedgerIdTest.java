package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerIdTest {
    @ParameterizedTest
    @CsvSource({
        "TOPIC:tm_any, TOPIC, tm_any, ''",
        "BASKET:shop/tea, BASKET, shop/tea, ''",
        "BASKET:shop/tea:lot:7, BASKET, shop/tea, lot:7"
    })
    void readsBackTheKeyThatItWrites(String key, String kind, String name, String partition) {
        LedgerId id = new LedgerId(kind, name, partition);

        assertThat(id.key()).isEqualTo(key);
        assertThat(LedgerId.fromKey(key)).isEqualTo(id);
        assertThat(id).hasToString(key);
    }

    @Test
    void crashesOnAKeyThatNoLedgerHas() {
        assertThatThrownBy(() -> LedgerId.fromKey("tm_any"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tm_any");
    }
}
