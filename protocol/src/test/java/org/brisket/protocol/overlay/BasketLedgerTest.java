package org.brisket.protocol.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasketLedgerTest {
    @Test
    void hasANameForEachPartition() {
        BasketLedger ledger = new BasketLedger("shop", "stock of tea", "lot:7");

        assertThat(ledger.name()).isEqualTo("shop/stock of tea");
        assertThat(ledger).hasToString("shop/stock of tea:lot:7");
        assertThat(BasketLedger.of(ledger.name(), ledger.partition())).isEqualTo(ledger);
        assertThat(new BasketLedger("shop", "stock", "")).hasToString("shop/stock");
    }

    @ParameterizedTest
    @CsvSource({
        "Shop, stock, ''",
        "'', stock, ''",
        "7shop, stock, ''",
        "sh/op, stock, ''",
        "shop, tea, ''",
        "shop, Stock, ''",
        "shop, st:ock, ''",
        "shop, 'two  spaces', ''",
        "shop, ' stock', ''",
        "shop, 'stock ', ''",
        "shop, default, ''",
        "shop, admin stock, ''",
        "shop, my basket, ''",
        "shop, stock, 'a b'",
        "shop, stock, ä"
    })
    void refusesNamesThatSomeReaderWouldNotTake(String manager, String basket, String partition) {
        assertThatThrownBy(() -> new BasketLedger(manager, basket, partition))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "shop/stock of tea, true",
        "btms/p btms, true",
        "shop, false",
        "/stock, false",
        "shop/, false",
        "Shop/stock, false",
        "shop/tea, false",
        "shop/stock/tea, false",
        "shop/stock:tea, false",
        "shop/admin stock, false"
    })
    void knowsANameThatItCanRead(String text, boolean isName) {
        assertThat(BasketLedger.isName(text)).isEqualTo(isName);
    }

    @Test
    void boundsItsParts() {
        assertThat(new BasketLedger("a".repeat(50), "b".repeat(300), "c".repeat(200))).isNotNull();
        assertThatThrownBy(() -> new BasketLedger("a".repeat(51), "stock", ""))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new BasketLedger("shop", "b".repeat(301), ""))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new BasketLedger("shop", "stock", "c".repeat(201)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> BasketLedger.of("shop", ""))
                .isInstanceOf(IllegalStateException.class);
    }
}
