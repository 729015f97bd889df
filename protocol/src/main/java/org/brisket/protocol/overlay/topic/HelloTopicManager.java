package org.brisket.protocol.overlay.topic;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.crypto.EcdsaSignature;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.token.PushDrop;

/**
 * {@code tm_hello}: admits PushDrop outputs whose fields are a text of at least two characters and
 * a signature over it by the key that locks the output; retains nothing. Of one transaction the
 * first 500 outputs of that shape are looked at.
 */
public final class HelloTopicManager implements TopicManager {
    private static final int SHORTEST_TEXT = 2;

    private final Secp256k1 secp256k1 = Secp256k1.best();
    private final OutputRule<PushDrop> rule =
            new OutputRule<>(OutputRule.MOST_SIGNED, HelloTopicManager::greeting, this::isSigned);

    @Override
    public String topic() {
        return "tm_hello";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        return AdmittanceInstructions.admit(rule.outputs(transaction.extended().transaction()));
    }

    private static Optional<PushDrop> greeting(PushDrop token) {
        return Optional.of(token)
                .filter(any -> any.fields().size() >= 2 && isText(any.fields().get(0)));
    }

    private static boolean isText(ByteSlice field) {
        try {
            return Utf8.decode(field).length() >= SHORTEST_TEXT;
        } catch (MalformedException e) {
            return false;
        }
    }

    /** The last field signs all fields before it. */
    private boolean isSigned(PushDrop token) {
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
