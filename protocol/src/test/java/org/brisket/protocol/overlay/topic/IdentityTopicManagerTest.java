package org.brisket.protocol.overlay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.STRANGER;
import static org.brisket.protocol.overlay.topic.SampleTokens.signed;

import java.util.List;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.SampleTransaction;
import org.junit.jupiter.api.Test;

class IdentityTopicManagerTest {
    private static final InvoiceNumber INVOICE = new InvoiceNumber(1, "identity", "1");
    private static final KeyWallet SUBJECT = SampleCertificate.SUBJECT;

    private final SampleCertificate sample = new SampleCertificate();

    private static AdmittanceInstructions ask(SampleTransaction transaction) {
        return new IdentityTopicManager().identifyAdmissibleOutputs(transaction.forTopic());
    }

    private static boolean admits(byte[] script) {
        return !ask(new SampleTransaction().output(script)).outputsToAdmit().isEmpty();
    }

    private static boolean admits(String json) {
        return admits(signed(List.of(Utf8.encode(json)), SUBJECT, INVOICE));
    }

    @Test
    void admitsRevealedCertificatesAndRetainsNothing() {
        byte[] script = signed(List.of(Utf8.encode(sample.json())), SUBJECT, INVOICE);
        AdmittanceInstructions answer =
                ask(new SampleTransaction().coin(script).output(new byte[] {0x51}).output(script));

        assertThat(answer.outputsToAdmit()).containsExactly(1);
        assertThat(answer.coinsToRetain()).isEmpty();
    }

    @Test
    void wantsTheSubjectsSignature() {
        List<byte[]> fields = List.of(Utf8.encode(sample.json()));

        assertThat(admits(signed(fields, STRANGER, INVOICE))).isFalse();
        assertThat(admits(signed(fields, SUBJECT, new InvoiceNumber(2, "identity", "1"))))
                .isFalse();
        assertThat(admits(signed(fields, SUBJECT, new InvoiceNumber(1, "identities", "1"))))
                .isFalse();
        assertThat(admits(signed(fields, SUBJECT, new InvoiceNumber(1, "identity", "2"))))
                .isFalse();
        assertThat(admits(SampleTokens.unsigned(fields))).isFalse();
    }

    @Test
    void wantsTheCertifiersSignature() {
        assertThat(admits(sample.json("serialNumber", sample.other32()))).isFalse();
        assertThat(admits(sample.json("signature", ""))).isFalse();
        assertThat(admits(sample.json("certifier", SUBJECT.identityKey().toString()))).isFalse();
    }

    @Test
    void wantsOneFieldRevealedAndAllKeysToOpen() {
        assertThat(admits(sample.jsonWithKeyring("{}"))).isFalse();
        assertThat(admits(sample.jsonWithKeyring("{\"email\":\"QUJD\"}"))).isFalse();
        assertThat(admits(sample.jsonWithKeyring("[]"))).isFalse();
        assertThat(admits(sample.jsonWithKeyring(sample.keyringForStranger()))).isFalse();
        assertThat(admits(sample.jsonWithKeyring(sample.keyringOfAbsentField()))).isFalse();
    }

    @Test
    void refusesWhatIsNoCertificate() {
        assertThat(admits("{}")).isFalse();
        assertThat(admits("[]")).isFalse();
        assertThat(admits("{\"keyring\":{\"a\":\"QUJD\"}}")).isFalse();
        assertThat(admits(sample.json() + "x")).isFalse();
        assertThat(admits("[".repeat(100_000))).isFalse();
        assertThat(admits(sample.json().replace("{", "{" + " ".repeat(130_000)))).isFalse();
    }

    @Test
    void looksAtABoundedNumberOfCertificates() {
        byte[] script = signed(List.of(Utf8.encode(sample.json())), SUBJECT, INVOICE);
        SampleTransaction many = new SampleTransaction();
        for (int i = 0; i <= IdentityTopicManager.MOST_CERTIFICATES; i++) {
            many.output(script);
        }

        assertThat(ask(many).outputsToAdmit()).hasSize(IdentityTopicManager.MOST_CERTIFICATES);
    }
}
