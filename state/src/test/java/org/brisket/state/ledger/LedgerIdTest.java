package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brisket.protocol.overlay.BasketLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lot:7", ":", "::a:", "02ab.tea", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})
    void readsBackTheKeyOfABasket(String partition) {
        BasketLedger basket = new BasketLedger("shop", "green tea", partition);
        LedgerId id = LedgerId.basket(basket);

        assertThat(id.key()).startsWith("BASKET:shop/green tea");
        assertThat(LedgerId.fromKey(id.key())).isEqualTo(id);
        assertThat(LedgerId.fromKey(id.key()).toBasket()).isEqualTo(basket);
    }

    @Test
    void crashesWhenATopicIsTakenForABasket() {
        assertThatThrownBy(() -> LedgerId.topic("tm_any").toBasket())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TOPIC:tm_any");
    }

    @Test
    void crashesOnAKeyThatNoLedgerHas() {
        assertThatThrownBy(() -> LedgerId.fromKey("tm_any"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tm_any");
    }
}
