package org.brisket.protocol.overlay.topic;

import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;

/**
 * {@code tm_identity}: admits certificates that their subjects show to everybody, see {@link
 * RevealedIdentity}; retains nothing. Whether a certificate is revoked depends on the state of the
 * chain, and whether its certifier is trusted on who asks, so neither is looked at.
 */
public final class IdentityTopicManager implements TopicManager {
    /** A certificate may have 64 fields to open, each with keys of its own. */
    static final int MOST_CERTIFICATES = 16;

    private static final OutputRule<RevealedIdentity> RULE =
            new OutputRule<>(
                    MOST_CERTIFICATES, RevealedIdentity::read, RevealedIdentity::isVerified);

    @Override
    public String topic() {
        return "tm_identity";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        return AdmittanceInstructions.admit(RULE.outputs(transaction.extended().transaction()));
    }

    @Override
    public String documentation() {
        return "Admits PushDrop outputs of an identity certificate as JSON with at least one field"
                + " revealed to anyone, and the subject's signature over it.";
    }
}
