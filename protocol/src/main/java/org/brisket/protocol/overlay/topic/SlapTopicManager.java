package org.brisket.protocol.overlay.topic;

import org.brisket.protocol.advert.AdvertKind;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;

/**
 * {@code tm_slap}: admits SLAP adverts (BRC-88), see {@link
 * org.brisket.protocol.advert.ServiceAdvert}; retains nothing. Whether a host does what it
 * advertises is not a function of the transaction and not looked at. Of one transaction only the
 * first 500 tokens of five fields are looked at.
 */
public final class SlapTopicManager implements TopicManager {
    @Override
    public String topic() {
        return "tm_slap";
    }

    @Override
    public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
        return AdvertTopic.admit(AdvertKind.SLAP, transaction);
    }

    @Override
    public String documentation() {
        return "Admits SLAP adverts (BRC-88): which host answers for which lookup services. An advert is a PushDrop"
                + " output of five fields that the host's key signs and locks.";
    }
}
