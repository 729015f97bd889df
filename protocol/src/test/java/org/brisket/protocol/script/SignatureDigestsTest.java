package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.transaction.TransactionOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureDigestsTest {
    @ParameterizedTest
    @CsvSource({
        "41, d5ef710c445ef8470e0a5bf93c8c2e14c026e4b0f0011b923b20c677af977e91",
        "42, 2ecaa950a110a19c6401b7b5e697d508887533b4f8a679e20823cbba666f7632",
        "43, 7bca3ceea9a936de640dfcf7250d279314fc8dc32de12f03905f241571a7193e",
        "C1, d485eec8d90c0018b80efb10e210d303f1ff5c36aae643d0b498d15d3687f816",
        "C2, 7170da6bd2e85b234efa10bb9bff7d6ed497f262402cdfde69e6fca4cc142cbf",
        "C3, 8cf780a7c9e420c174c3d81aaebf4798706e4863e804f708b6647ecfe4faa4af",
        "61, 8711fa1ada5a246dc1206d9a225b361357de158bd35ace0814f937d94a4dd9f7",
        "62, 1c306e0d1dea51c0f1f24fcadf18ddc9f903589b48b401cefab266d2ad9dc7c5",
        "63, 44d67528bff1ac1d763f52e5121c13cf99be595bf225b9d3b49173f46b0d73f7",
        "E1, 4e544da32a4dcf0deffe65d68336b19a709585ce1075564b0d958d156aa21915",
        "E2, f1dc4cfec3768fc7755e8143758c5d9a90dee0c2d97c6051ffc27063396da9bf",
        "E3, 6f87eb5c876d8f3e515e5ae618e9e97e8040f5b6c4da400571bf5564c79d1c6c"
    })
    void digestsThePaymentOfTheSpecification(String hashType, String digest)
            throws MalformedException {
        var graph = Beef.parse(Hex.decode(BeefExamples.BRC_62), BeefLimits.DEFAULT).graph();
        TransactionOutput source = graph.sourceOutputs(graph.subject()).orElseThrow().get(0);
        ByteSlice code = source.lockingScript();
        int type = Integer.parseInt(hashType, 16);
        SignatureDigests digests = new SignatureDigests(graph.subject());

        byte[] computed =
                (type & SignatureHashType.CHRONICLE) != 0
                        ? digests.original(0, code, type).orElseThrow()
                        : digests.forkId(0, code, source.satoshis(), type);

        assertThat(Hex.encode(computed)).isEqualTo(digest);
    }
}
