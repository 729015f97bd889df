package org.brisket.protocol.overlay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.OWNER;
import static org.brisket.protocol.overlay.topic.SampleTokens.STRANGER;
import static org.brisket.protocol.overlay.topic.SampleTokens.signed;
import static org.brisket.protocol.overlay.topic.SampleTokens.unsigned;
import static org.brisket.protocol.overlay.topic.SampleTokens.with;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.token.PushDrop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueTopicManagerTest {
    private static final InvoiceNumber INVOICE = new InvoiceNumber(1, "todo list", "lunch");
    private static final List<byte[]> FIELDS =
            List.of(
                    Utf8.encode("[1,\"todo list\"]"),
                    Utf8.encode("lunch"),
                    Utf8.encode("brisket"),
                    OWNER.identityKey().bytes().toByteArray());

    private static AdmittanceInstructions ask(SampleTransaction sample) {
        return new KeyValueTopicManager().identifyAdmissibleOutputs(sample.forTopic());
    }

    private static boolean admits(byte[] script) {
        return !ask(new SampleTransaction().output(script)).outputsToAdmit().isEmpty();
    }

    private static boolean admits(List<byte[]> fields) {
        return admits(signed(fields, OWNER, INVOICE));
    }

    @Test
    void admitsSignedValuesAndRetainsEveryCoin() {
        byte[] value = signed(FIELDS, OWNER, INVOICE);
        AdmittanceInstructions update =
                ask(new SampleTransaction().coin(value).output(new byte[] {0x51}).output(value));
        AdmittanceInstructions removal = ask(new SampleTransaction().coin(value));

        assertThat(update.outputsToAdmit()).containsExactly(1);
        assertThat(update.coinsToRetain()).containsExactly(0);
        assertThat(removal).isEqualTo(new AdmittanceInstructions(List.of(), List.of(0)));
    }

    @Test
    void takesTagsAndNoOtherNumberOfFields() {
        List<byte[]> tagged = new ArrayList<>(FIELDS);
        tagged.add(Utf8.encode("[\"food\"]"));
        List<byte[]> tooMany = new ArrayList<>(tagged);
        tooMany.add(Utf8.encode("more"));

        assertThat(admits(tagged)).isTrue();
        assertThat(admits(tooMany)).isFalse();
        assertThat(admits(FIELDS.subList(0, 3))).isFalse();
    }

    @Test
    void leavesTheLockToTheController() {
        PushDrop own = PushDrop.decode(ByteSlice.of(signed(FIELDS, OWNER, INVOICE))).orElseThrow();

        assertThat(
                        admits(
                                PushDrop.lock(
                                        STRANGER.identityKey().bytes(),
                                        own.fields().stream()
                                                .map(ByteSlice::toByteArray)
                                                .toList())))
                .isTrue();
    }

    @Test
    void wantsTheControllersSignature() {
        assertThat(admits(signed(FIELDS, STRANGER, INVOICE))).isFalse();
        assertThat(admits(PushDrop.lockSigned(FIELDS, OWNER, INVOICE, Counterparty.SELF)))
                .isFalse();
        List<byte[]> noSignature = new ArrayList<>(FIELDS);
        noSignature.add(new byte[70]);
        assertThat(admits(unsigned(noSignature))).isFalse();
        assertThat(admits(with(FIELDS, 3, new byte[33]))).isFalse();
        assertThat(admits(with(FIELDS, 3, new byte[] {2}))).isFalse();
    }

    @Test
    void wantsTheSignatureUnderProtocolAndKey() {
        assertThat(admits(with(FIELDS, 1, Utf8.encode("dinner")))).isFalse();
        assertThat(admits(with(FIELDS, 0, Utf8.encode("[2,\"todo list\"]")))).isFalse();
        assertThat(admits(with(FIELDS, 0, Utf8.encode("[1,\"todo lists\"]")))).isFalse();
        assertThat(admits(with(FIELDS, 0, Utf8.encode(" [1 , \"Todo List \"]"))))
                .as("the same protocol in other words")
                .isTrue();
    }

    @Test
    void wantsAKeyAndAValue() {
        byte[] script = signed(FIELDS, OWNER, INVOICE);
        assertThat(admits(script)).isTrue();
        assertThat(admits(withEmptyPush(2))).isFalse();
        assertThat(admits(withEmptyPush(1))).isFalse();
        assertThat(admits(with(FIELDS, 1, new byte[] {(byte) 0xFF}))).isFalse();
    }

    /** OP_0 stands for a zero byte, but PUSHDATA1 of nothing is empty. */
    private static byte[] withEmptyPush(int field) {
        String hex = Hex.encode(signed(with(FIELDS, field, new byte[0]), OWNER, INVOICE));
        String before = Hex.encode(FIELDS.get(field - 1)) + "00";
        assertThat(hex).contains(before);
        try {
            return Hex.decode(
                    hex.replace(before, before.substring(0, before.length() - 2) + "4c00"));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "todo list",
                "[1]",
                "[1,\"todo list\",1]",
                "[\"1\",\"todo list\"]",
                "[3,\"todo list\"]",
                "[1.0,\"todo list\"]",
                "[1,\"todo list\"",
                "[1,\"todo list\"]]",
                "{\"1\":\"todo list\"}",
                "[1,\"to\"]",
                "[1,\"todo  list\"]",
                "[1,\"todo-list\"]",
                "null",
                ""
            })
    void refusesWhatIsNoProtocol(String protocol) {
        assertThat(admits(with(FIELDS, 0, Utf8.encode(protocol)))).isFalse();
    }
}
