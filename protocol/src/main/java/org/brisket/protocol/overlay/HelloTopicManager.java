package org.brisket.protocol.overlay;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.EcdsaSignature;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Transaction;

/**
 * {@code tm_hello}: admits PushDrop outputs whose fields are a text of at least two characters and
 * a signature over it by the key that locks the output; retains nothing. Of one transaction the
 * first 500 outputs of that shape are looked at.
 */
public final class HelloTopicManager implements TopicManager {
    private static final int SHORTEST_TEXT = 2;
    private static final int MOST_SIGNED = 500;

    private final Secp256k1 secp256k1 = Secp256k1.best();

    @Override
    public String topic() {
        return "tm_hello";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        Transaction subject = transaction.extended().transaction();
        return AdmittanceInstructions.admit(
                IntStream.range(0, subject.outputCount())
                        .filter(output -> greeting(subject.lockingScript(output)).isPresent())
                        .limit(MOST_SIGNED)
                        .filter(output -> isSigned(greeting(subject.lockingScript(output))))
                        .boxed()
                        .toList());
    }

    private static Optional<PushDrop> greeting(ByteSlice lockingScript) {
        return PushDrop.decode(lockingScript)
                .filter(token -> token.fields().size() >= 2 && isText(token.fields().get(0)));
    }

    private static boolean isText(ByteSlice field) {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(field.toByteArray()))
                            .toString();
            return text.length() >= SHORTEST_TEXT;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The last field signs all fields before it. */
    private boolean isSigned(Optional<PushDrop> greeting) {
        PushDrop token = greeting.orElseThrow();
        List<ByteSlice> fields = token.fields();
        int last = fields.size() - 1;
        Optional<EcdsaSignature> signature = StrictDer.parse(fields.get(last));
        Sha256 sha256 = Sha256.get();
        fields.subList(0, last).forEach(sha256::update);
        byte[] digest = sha256.finish();
        return signature.isPresent()
                && secp256k1.verify(digest, signature.get(), token.lockingPublicKey());
    }

    @Override
    public String documentation() {
        return "Admits PushDrop outputs with a text of at least two characters and a signature"
                + " over it by the locking key.";
    }
}
