package org.brisket.protocol.overlay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.OWNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.brisket.protocol.advert.AdvertKind;
import org.brisket.protocol.advert.ServiceAdvert;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.vectors.VectorTest;
import org.junit.jupiter.api.Test;

class AdvertTopicManagersTest {
    private static final byte[] SHIP =
            ServiceAdvert.lock(AdvertKind.SHIP, "https://example.com", "tm_meter", OWNER);
    private static final byte[] SLAP =
            ServiceAdvert.lock(AdvertKind.SLAP, "https://example.com", "ls_meter", OWNER);

    private final ShipTopicManager ship = new ShipTopicManager();
    private final SlapTopicManager slap = new SlapTopicManager();

    @VectorTest("overlay/ship_slap_admittance.json")
    void admitsWhatOtherOverlaysAdmit(JsonNode vector) throws MalformedException {
        byte[] bytes = Hex.decode(vector.at("/input/beef_hex").asText());
        Transaction subject = Beef.parse(bytes, Limits.DEFAULT).graph().subject();
        TopicTransaction transaction =
                new TopicTransaction(
                        new ExtendedTransaction(
                                subject,
                                Collections.nCopies(
                                        subject.inputCount(), TransactionOutput.UNKNOWN)),
                        List.of(),
                        ByteSlice.EMPTY);

        assertThat(ship.identifyAdmissibleOutputs(transaction))
                .isEqualTo(expected(vector.at("/expected/tm_ship")));
        assertThat(slap.identifyAdmissibleOutputs(transaction))
                .isEqualTo(expected(vector.at("/expected/tm_slap")));
    }

    private static AdmittanceInstructions expected(JsonNode instructions) {
        List<Integer> outputs = new ArrayList<>();
        instructions.path("outputsToAdmit").forEach(output -> outputs.add(output.asInt()));
        return AdmittanceInstructions.admit(outputs);
    }

    @Test
    void admitsAdvertsOfItsOwnKindOnlyAndRetainsNothing() {
        SampleTransaction sample =
                new SampleTransaction().coin(SHIP).output(SLAP).output(SHIP).output(SLAP);

        assertThat(ship.identifyAdmissibleOutputs(sample.forTopic()))
                .isEqualTo(AdmittanceInstructions.admit(List.of(1)));
        assertThat(slap.identifyAdmissibleOutputs(sample.forTopic()))
                .isEqualTo(AdmittanceInstructions.admit(List.of(0, 2)));
    }

    @Test
    void looksAtABoundedNumberOfTokens() {
        SampleTransaction sample = new SampleTransaction().output(SHIP);
        for (int i = 1; i < OutputRule.MOST_SIGNED; i++) {
            sample.output(SampleTokens.unsigned(Collections.nCopies(5, new byte[1])));
        }
        sample.output(SHIP);

        assertThat(ship.identifyAdmissibleOutputs(sample.forTopic()).outputsToAdmit())
                .containsExactly(0);
    }
}
