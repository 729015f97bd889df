package org.brisket.protocol.overlay.topic;

import java.util.Optional;
import org.brisket.protocol.advert.AdvertKind;
import org.brisket.protocol.advert.ServiceAdvert;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.token.PushDrop;

/** What the two topics of adverts share: the adverts of one kind, by every rule (BRC-88). */
final class AdvertTopic {
    private AdvertTopic() {}

    static AdmittanceInstructions admit(AdvertKind kind, TopicTransaction transaction) {
        OutputRule<PushDrop> rule =
                new OutputRule<>(
                        OutputRule.MOST_SIGNED,
                        token ->
                                Optional.of(token)
                                        .filter(any -> any.fields().size() == ServiceAdvert.FIELDS),
                        token ->
                                ServiceAdvert.of(token)
                                        .filter(advert -> advert.kind() == kind)
                                        .isPresent());
        return AdmittanceInstructions.admit(rule.outputs(transaction.extended().transaction()));
    }
}
