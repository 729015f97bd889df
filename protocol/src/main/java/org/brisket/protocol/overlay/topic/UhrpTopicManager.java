package org.brisket.protocol.overlay.topic;

import java.util.List;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;

/**
 * {@code tm_uhrp}: admits adverts of files by their hash (UHRP, BRC-26), see {@link FileAdvert};
 * retains every previous coin when it admits an output, else none. Whether an advert has expired
 * depends on a clock, and whether the address serves the file on the host, so neither is looked at.
 */
public final class UhrpTopicManager implements TopicManager {
    private static final OutputRule<FileAdvert> RULE =
            new OutputRule<>(OutputRule.MOST_SIGNED, FileAdvert::read, FileAdvert::isLinked);

    @Override
    public String topic() {
        return "tm_uhrp";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        List<Integer> admitted = RULE.outputs(transaction.extended().transaction());
        return admitted.isEmpty()
                ? AdmittanceInstructions.NOTHING
                : new AdmittanceInstructions(admitted, transaction.previousCoins());
    }

    @Override
    public String documentation() {
        return "Admits adverts of files by their SHA-256 (UHRP): PushDrop outputs of the host's"
                + " identity key, the hash, an https address, expiry, size and a signature.";
    }
}
