package org.brisket.protocol.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.junit.jupiter.api.Test;

class TopicManagersTest {
    private static final byte[] KEY = Sha256.hash(new byte[] {7});
    private static final byte[] OTHER_KEY = Sha256.hash(new byte[] {8});

    private final TopicManagers managers =
            TopicManagers.discover(TopicManagersTest.class.getClassLoader());

    @Test
    void findsTheManagersOnTheClassPath() {
        assertThat(managers.topics()).contains("tm_any", "tm_hello");
    }

    @Test
    void namesWhatThereIsWhenATopicHasNoManager() {
        assertThat(managers.problems(List.of("tm_any", "tm_absent")))
                .singleElement()
                .asString()
                .contains("tm_absent")
                .contains("tm_hello");
    }

    @Test
    void anyAdmitsEveryOutput() {
        AdmittanceInstructions answer = ask("tm_any", new byte[] {0x51}, new byte[] {0x52});

        assertThat(answer.outputsToAdmit()).containsExactly(0, 1);
        assertThat(answer.coinsToRetain()).isEmpty();
    }

    @Test
    void helloAdmitsSignedGreetingsOnly() {
        AdmittanceInstructions answer =
                ask(
                        "tm_hello",
                        greeting("hello", KEY, KEY),
                        greeting("h", KEY, KEY),
                        greeting("hello", KEY, OTHER_KEY),
                        new byte[] {0x51},
                        greeting("grüezi", KEY, KEY));

        assertThat(answer.outputsToAdmit()).containsExactly(0, 4);
    }

    @Test
    void helloLooksAtABoundedNumberOfGreetings() {
        byte[][] outputs = new byte[502][];
        Arrays.fill(outputs, greeting("hello", KEY, OTHER_KEY));
        outputs[499] = greeting("hello", KEY, KEY);
        outputs[500] = outputs[499];

        assertThat(ask("tm_hello", outputs).outputsToAdmit()).containsExactly(499);
    }

    private AdmittanceInstructions ask(String topic, byte[]... lockingScripts) {
        TransactionBuilder builder =
                new TransactionBuilder().input(new Outpoint(new Txid(1, 2, 3, 4), 0), new byte[0]);
        for (byte[] script : lockingScripts) {
            builder.output(1, script);
        }
        ExtendedTransaction extended =
                new ExtendedTransaction(
                        builder.build(), List.of(new TransactionOutput(9, ByteSlice.EMPTY)));
        return managers.find(topic)
                .orElseThrow()
                .identifyAdmissibleOutputs(
                        new TopicTransaction(extended, List.of(), ByteSlice.EMPTY));
    }

    private static byte[] greeting(String text, byte[] lockingKey, byte[] signingKey) {
        Secp256k1 secp256k1 = Secp256k1.best();
        byte[] field = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = StrictDer.encode(secp256k1.sign(Sha256.hash(field), signingKey));
        ByteSlice publicKey = ByteSlice.of(secp256k1.publicKey(lockingKey));
        return PushDrop.lock(publicKey, List.of(field, signature));
    }
}
