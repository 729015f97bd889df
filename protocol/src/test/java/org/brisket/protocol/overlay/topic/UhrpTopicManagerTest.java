package org.brisket.protocol.overlay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.OWNER;
import static org.brisket.protocol.overlay.topic.SampleTokens.STRANGER;
import static org.brisket.protocol.overlay.topic.SampleTokens.signed;
import static org.brisket.protocol.overlay.topic.SampleTokens.with;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.token.PushDrop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UhrpTopicManagerTest {
    private static final InvoiceNumber INVOICE = new InvoiceNumber(2, "uhrp advertisement", "1");
    private static final List<byte[]> FIELDS =
            List.of(
                    OWNER.identityKey().bytes().toByteArray(),
                    Sha256.hash(Utf8.encode("file")),
                    Utf8.encode("https://files.example.com/cdn/a1"),
                    varint(1_900_000_000L),
                    varint(4));

    private static byte[] varint(long value) {
        return new ByteWriter().writeVarint(value).toByteArray();
    }

    private static boolean admits(byte[] script) {
        return !ask(new SampleTransaction().output(script)).outputsToAdmit().isEmpty();
    }

    private static boolean admits(List<byte[]> fields) {
        return admits(signed(fields, OWNER, INVOICE));
    }

    private static AdmittanceInstructions ask(SampleTransaction sample) {
        return new UhrpTopicManager().identifyAdmissibleOutputs(sample.forTopic());
    }

    @Test
    void admitsAdvertsAndRetainsEveryCoinThenOnly() {
        byte[] advert = signed(FIELDS, OWNER, INVOICE);
        AdmittanceInstructions renewal =
                ask(
                        new SampleTransaction()
                                .coin(advert)
                                .coin(advert)
                                .output(new byte[] {0x51})
                                .output(advert));
        AdmittanceInstructions revocation = ask(new SampleTransaction().coin(advert));

        assertThat(renewal.outputsToAdmit()).containsExactly(1);
        assertThat(renewal.coinsToRetain()).containsExactly(0, 1);
        assertThat(revocation).isEqualTo(AdmittanceInstructions.NOTHING);
    }

    @Test
    void takesFurtherFieldsButNotFewer() {
        List<byte[]> more = new ArrayList<>(FIELDS);
        more.add(Utf8.encode("more"));

        assertThat(admits(more)).isTrue();
        assertThat(admits(FIELDS.subList(0, 4))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://files.example.com/a",
                "HTTPS://files.example.com/a",
                "https://Files.example.com/a",
                "https://files.example.com/a/../b",
                "https://files.example.com/a b",
                " https://files.example.com/a",
                "https://user@files.example.com/a",
                "https:///a",
                "https:a",
                "https://files.example.com/ä",
                "ftp://files.example.com/a",
                "files.example.com",
                ""
            })
    void refusesAddressesThatAreNotCanonicalHttps(String address) {
        assertThat(admits(with(FIELDS, 2, Utf8.encode(address)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://files.example.com",
                "https://files.example.com:8443/a?b=c",
                "https://192.0.2.7/a%20b"
            })
    void takesHttpsAddresses(String address) {
        assertThat(admits(with(FIELDS, 2, Utf8.encode(address)))).isTrue();
    }

    @Test
    void refusesAddressesThatAreTooLong() {
        String host = "https://files.example.com/";

        assertThat(admits(with(FIELDS, 2, Utf8.encode(host + "a".repeat(2_048 - host.length())))))
                .isTrue();
        assertThat(admits(with(FIELDS, 2, Utf8.encode(host + "a".repeat(2_049 - host.length())))))
                .isFalse();
    }

    @Test
    void wantsAHashOf32Bytes() {
        assertThat(admits(with(FIELDS, 1, new byte[31]))).isFalse();
        assertThat(admits(with(FIELDS, 1, new byte[33]))).isFalse();
    }

    @Test
    void wantsExpiryAndSizeAsVarintsAboveZero() {
        for (int field : List.of(3, 4)) {
            assertThat(admits(with(FIELDS, field, varint(1)))).isTrue();
            assertThat(admits(with(FIELDS, field, varint((1L << 53) - 1)))).isTrue();
            assertThat(admits(with(FIELDS, field, varint(1L << 53)))).isFalse();
            assertThat(admits(with(FIELDS, field, varint(0)))).isFalse();
            assertThat(admits(with(FIELDS, field, new byte[] {1, 1}))).isFalse();
            assertThat(admits(with(FIELDS, field, new byte[] {(byte) 0xFD, 1, 0}))).isFalse();
            assertThat(admits(with(FIELDS, field, new byte[] {(byte) 0xFE, 1}))).isFalse();
        }
    }

    @Test
    void wantsTheSignatureOfTheHostThatItNames() {
        assertThat(admits(signed(FIELDS, STRANGER, INVOICE))).isFalse();
        assertThat(admits(with(FIELDS, 0, STRANGER.identityKey().bytes().toByteArray()))).isFalse();
        assertThat(admits(with(FIELDS, 0, new byte[33]))).isFalse();
    }

    @Test
    void wantsTheProtocolAndKeyOfAdverts() {
        for (InvoiceNumber wrong :
                List.of(
                        new InvoiceNumber(2, "uhrp advertisements", "1"),
                        new InvoiceNumber(1, "uhrp advertisement", "1"),
                        new InvoiceNumber(2, "uhrp advertisement", "2"))) {
            assertThat(admits(signed(FIELDS, OWNER, wrong))).as(wrong.toString()).isFalse();
        }
        byte[] forItself = PushDrop.lockSigned(FIELDS, OWNER, INVOICE, Counterparty.SELF);
        assertThat(admits(forItself)).isFalse();
    }

    @Test
    void wantsTheLockOfTheHostToo() {
        PushDrop token =
                PushDrop.decode(ByteSlice.of(signed(FIELDS, OWNER, INVOICE))).orElseThrow();
        List<byte[]> fields = token.fields().stream().map(ByteSlice::toByteArray).toList();

        assertThat(admits(PushDrop.lock(token.lockingPublicKey(), fields))).isTrue();
        assertThat(admits(PushDrop.lock(OWNER.identityKey().bytes(), fields))).isFalse();
    }

    @Test
    void refusesEveryFieldWithOneBitChanged() {
        PushDrop token =
                PushDrop.decode(ByteSlice.of(signed(FIELDS, OWNER, INVOICE))).orElseThrow();
        List<byte[]> fields = token.fields().stream().map(ByteSlice::toByteArray).toList();
        for (int field = 0; field < fields.size(); field++) {
            byte[] changed = fields.get(field).clone();
            changed[changed.length - 1] ^= 1;
            assertThat(
                            admits(
                                    PushDrop.lock(
                                            token.lockingPublicKey(),
                                            with(fields, field, changed))))
                    .as("field %d", field)
                    .isFalse();
        }
    }

    @Test
    void looksAtABoundedNumberOfSignatures() {
        byte[] forged =
                PushDrop.lock(
                        OWNER.identityKey().bytes(),
                        Stream.concat(FIELDS.stream(), Stream.of(new byte[70])).toList());
        SampleTransaction sample = new SampleTransaction();
        byte[] genuine = signed(FIELDS, OWNER, INVOICE);
        sample.output(genuine);
        for (int i = 1; i < OutputRule.MOST_SIGNED; i++) {
            sample.output(forged);
        }
        sample.output(genuine);

        assertThat(ask(sample).outputsToAdmit()).containsExactly(0);
    }
}
