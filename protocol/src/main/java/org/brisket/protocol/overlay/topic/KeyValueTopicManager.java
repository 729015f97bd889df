package org.brisket.protocol.overlay.topic;

import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;

/**
 * {@code tm_kvstore}: admits values that their controllers signed, see {@link KeyValueToken};
 * retains every previous coin, so that the history of a key stays. That a key has one value at a
 * time is a matter of which outputs its controller spends and not checked.
 */
public final class KeyValueTopicManager implements TopicManager {
    private static final OutputRule<KeyValueToken> RULE =
            new OutputRule<>(OutputRule.MOST_SIGNED, KeyValueToken::read, KeyValueToken::isSigned);

    @Override
    public String topic() {
        return "tm_kvstore";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        return new AdmittanceInstructions(
                RULE.outputs(transaction.extended().transaction()), transaction.previousCoins());
    }

    @Override
    public String documentation() {
        return "Admits PushDrop outputs of a protocol, a key, a value, its controller, tags if any"
                + " and the controller's signature; retains the spent ones as history.";
    }
}
