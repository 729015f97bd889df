package org.brisket.protocol.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.Outpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FungibleTokenTest {
    private static final KeyWallet WALLET = new KeyWallet(PrivateKey.of(BigInteger.TWO));
    private static final InvoiceNumber KEY_1 = new InvoiceNumber(0, "p btms", "k1");
    private static final String ISSUE = "ab".repeat(32) + ".3";

    /** Written by a wallet in use: 100 of a new asset, with metadata and signature. */
    private static final String GOLD =
            "210359f81371a99c477c59ec15c2013561ecc6c835fa1968a6f76da4cb3f4bc402eaac054953535545"
                    + "033130300f7b226e616d65223a22476f6c64227d"
                    + "473045022100b982f2b65d7fbbdd06b6250d40202dc257950459d3916cd095d80dd051c12eb5"
                    + "0220450589be6a04fb98245fc872d5ccdfa4a36b0681c46b00fb95b1e186c8ef050b6d6d";

    private static Optional<FungibleToken> decode(String... fields) {
        List<byte[]> bytes = Stream.of(fields).map(field -> field.getBytes(UTF_8)).toList();
        return FungibleToken.decode(
                ByteSlice.of(PushDrop.lock(WALLET.identityKey().bytes(), bytes)));
    }

    @Test
    void readsTheTokenThatAWalletIssued() throws MalformedException {
        List<byte[]> fields =
                Stream.of("ISSUE", "100", "{\"name\":\"Gold\"}")
                        .map(field -> field.getBytes(UTF_8))
                        .toList();
        byte[] lock = PushDrop.lockSigned(fields, WALLET, KEY_1, Counterparty.SELF);
        Outpoint own = Outpoint.parse(ISSUE);

        FungibleToken token = FungibleToken.decode(ByteSlice.of(lock)).orElseThrow();

        assertThat(Hex.encode(lock)).isEqualTo(GOLD);
        assertThat(token.issue()).isEmpty();
        assertThat(token.asset(own)).isEqualTo(own);
        assertThat(token.amount()).isEqualTo(100);
        assertThat(token.metadata()).contains(ByteSlice.of(fields.get(2)));
        assertThat(token.signature()).isPresent();
    }

    @Test
    void tellsMetadataFromSignatures() throws MalformedException {
        Outpoint issue = Outpoint.parse(ISSUE);

        assertThat(decode(ISSUE, "5"))
                .contains(
                        new FungibleToken(
                                Optional.of(issue), 5, Optional.empty(), Optional.empty()));
        assertThat(decode(ISSUE, "5", "x".repeat(100)).orElseThrow().metadata()).isPresent();
        assertThat(decode(ISSUE, "5", "\u0001".repeat(100)).orElseThrow().signature()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "+1",
                "01",
                "1e3",
                "0x10",
                " 7",
                "7 ",
                "5.0",
                "9007199254740992",
                "99999999999999999999",
                "",
                "٣"
            })
    void refusesAmountsThatOtherReadersRound(String amount) {
        assertThat(decode(ISSUE, amount)).isEmpty();
    }

    @Test
    void acceptsTheLargestAmount() {
        assertThat(decode(ISSUE, "9007199254740991").orElseThrow().amount())
                .isEqualTo(FungibleToken.LARGEST_AMOUNT);
    }

    @Test
    void refusesWhatIsNoToken() {
        assertThat(decode(ISSUE)).isEmpty();
        assertThat(decode("issue", "5")).isEmpty();
        assertThat(decode(ISSUE + "x", "5")).isEmpty();
        assertThat(decode(ISSUE, "5", "a", "b", "c")).isEmpty();
        assertThat(FungibleToken.decode(ByteSlice.EMPTY)).isEmpty();
    }
}
