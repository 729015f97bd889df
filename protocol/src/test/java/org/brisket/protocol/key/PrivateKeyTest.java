package org.brisket.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.brisket.protocol.bytes.MalformedException;
import org.junit.jupiter.api.Test;

class PrivateKeyTest {
    @Test
    void derivesTheAddressesOfSmallKeys() {
        PrivateKey one = PrivateKey.of(BigInteger.ONE);

        assertThat(one.publicKey().address(Network.MAIN))
                .hasToString("1BgGZ9tcN4rm9KBzDn7KprQz87SZ26SAMH");
        assertThat(one.publicKey().address(Network.TEST))
                .hasToString("mrCDrCybB6J1vRfbwM5hemdJz73FwDBC8r");
        assertThat(one.toWif(Network.MAIN))
                .isEqualTo("KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn");
        assertThat(PrivateKey.of(BigInteger.TWO).publicKey())
                .hasToString("02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5");
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(PrivateKey.of(BigInteger.TWO).toString()).doesNotContain("00000002");
    }

    @Test
    void refusesZeroAndTheOrderAsPrivateKeys() {
        String order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

        assertThatThrownBy(() -> PrivateKey.fromHex(order)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> PrivateKey.fromHex("00".repeat(32)))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> PrivateKey.fromHex("01")).isInstanceOf(MalformedException.class);
    }
}
