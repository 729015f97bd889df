package org.brisket.protocol.advert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAdvertTest {
    private static final KeyWallet HOST = new KeyWallet(PrivateKey.of(BigInteger.TWO));

    /** Written by a wallet in use. */
    private static final String SHIP =
            "2102d6e8840c959c69474c7c430cb243ab96ec294c8372b54134515185199b6fcdd5ac045348495021"
                    + "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"
                    + "1368747470733a2f2f6578616d706c652e636f6d08746d5f6d65746572"
                    + "46304402205c9299d5d9088bf8af381f7381c9d442314043657557bf39040faafab15b28ea"
                    + "0220440f9d5d2bb81887a22457b3c4efdd5aa5645c808bc6b23256f5479273a0e2c96d6d75";

    @Test
    void writesAndReadsTheAdvertsOfWallets() throws MalformedException {
        byte[] lock = ServiceAdvert.lock(AdvertKind.SHIP, "https://example.com", "tm_meter", HOST);

        assertThat(Hex.encode(lock)).isEqualTo(SHIP);
        assertThat(ServiceAdvert.decode(ByteSlice.of(lock)))
                .contains(
                        new ServiceAdvert(
                                AdvertKind.SHIP,
                                HOST.identityKey(),
                                "https://example.com",
                                "tm_meter"));
    }

    @Test
    void refusesEveryAdvertWithOneBitChanged() throws MalformedException {
        byte[] lock = Hex.decode(SHIP);
        for (int bit = 0; bit < 8 * lock.length; bit++) {
            byte[] changed = lock.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(ServiceAdvert.decode(ByteSlice.of(changed))).as("bit %d", bit).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHIP, https://example.com, ls_meter",
        "SLAP, https://example.com, tm_meter",
        "SHIP, http://example.com, tm_meter",
        "SHIP, https://example.com, tm_Meter"
    })
    void refusesAdvertsOfWhatMayNotBeAdvertised(AdvertKind kind, String uri, String name) {
        byte[] lock = ServiceAdvert.lock(kind, uri, name, HOST);

        assertThat(ServiceAdvert.decode(ByteSlice.of(lock))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/path",
                "https://localhost:3000",
                "https://LOCALHOST",
                "https://a.b:65536",
                "https://1.2.3.256",
                "https://1.2.3",
                "https://[::1",
                "https://[g::]",
                "wss://a b",
                "js8c+bsvauth+smf:?lat=1&long=181&freq=3&radius=3",
                "js8c+bsvauth+smf:?lat=x&long=1&freq=3&radius=3",
                ""
            })
    void refusesAddressesThatNobodyCanReach(String uri) {
        assertThat(AdvertisedUri.isValid(uri)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com:8443/",
                "https+bsvauth+scrypt-offchain://example.com",
                "wss://example.com/any/path?x",
                "https://1.2.3.4",
                "js8c+bsvauth+smf:?lat=-40.5&long=130&freq=40meters&radius=1000miles"
            })
    void acceptsAddresses(String uri) {
        assertThat(AdvertisedUri.isValid(uri)).isTrue();
    }
}
