package org.brisket.protocol.advert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.vectors.VectorTest;

class AdvertVectorTest {
    @VectorTest("overlay/names_and_uris.json")
    void knowsNamesAndAddresses(JsonNode vector) {
        String value = vector.at("/input/value").asText();
        boolean valid =
                vector.at("/input/kind").asText().equals("advertisableURI")
                        ? AdvertisedUri.isValid(value)
                        : ServiceNames.isValid(value);
        assertThat(valid).as(value).isEqualTo(vector.at("/expected/valid").asBoolean());
    }

    @VectorTest("overlay/ship_slap_admittance.json")
    void admitsTheAdvertsThatTheirTopicsAdmit(JsonNode vector) throws MalformedException {
        byte[] bytes = Hex.decode(vector.at("/input/beef_hex").asText());
        Transaction subject = Beef.parse(bytes, Limits.DEFAULT).graph().subject();

        assertThat(subject).hasToString(vector.at("/input/txid").asText());
        assertThat(outputs(subject, AdvertKind.SHIP))
                .isEqualTo(numbers(vector.at("/expected/tm_ship/outputsToAdmit")));
        assertThat(outputs(subject, AdvertKind.SLAP))
                .isEqualTo(numbers(vector.at("/expected/tm_slap/outputsToAdmit")));
    }

    private static List<Integer> outputs(Transaction transaction, AdvertKind kind) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < transaction.outputCount(); i++) {
            if (ServiceAdvert.decode(transaction.lockingScript(i))
                    .filter(advert -> advert.kind() == kind)
                    .isPresent()) {
                found.add(i);
            }
        }
        return found;
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }
}
