package org.brisket.protocol.overlay.topic;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.advert.AdvertKind;
import org.brisket.protocol.advert.ServiceAdvert;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.transaction.Transaction;

/** What the two topics of adverts share: the adverts of one kind, by every rule (BRC-88). */
final class AdvertTopic {
    private AdvertTopic() {}

    static AdmittanceInstructions admit(AdvertKind kind, TopicTransaction transaction) {
        Transaction subject = transaction.extended().transaction();
        List<Integer> admitted = new ArrayList<>();
        int last = Math.min(subject.outputCount(), OutputRule.MOST_SIGNED);
        for (int output = 0; output < last; output++) {
            if (ServiceAdvert.decode(subject.lockingScript(output))
                    .filter(advert -> advert.kind() == kind)
                    .isPresent()) {
                admitted.add(output);
            }
        }
        return AdmittanceInstructions.admit(admitted);
    }
}
