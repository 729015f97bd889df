package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.vectors.VectorTest;

class SignatureDigestVectorTest {
    private static final int FORK_ID = SignatureHashType.FORK_ID;
    private static final int CHRONICLE = SignatureHashType.CHRONICLE;

    @VectorTest("sighash/node_sighash.json")
    void computesTheDigestsOfTheNodesTests(JsonNode vector) throws MalformedException {
        assertDigests(vector.path("input"), vector.path("expected"));
    }

    @VectorTest("sighash/generated_sighash.json")
    void computesTheDigestsOfRandomTransactions(JsonNode vector) throws MalformedException {
        assertDigests(vector.path("input"), vector.path("expected"));
    }

    private static void assertDigests(JsonNode input, JsonNode expected) throws MalformedException {
        Transaction transaction = Transaction.parse(Hex.decode(input.path("tx_hex").asText()));
        ByteSlice code = ByteSlice.of(Hex.decode(input.path("script_hex").asText()));
        SignatureDigests digests = new SignatureDigests(transaction);
        int index = input.path("input_index").asInt();
        int hashType = input.path("hash_type").asInt();
        long satoshis = input.path("amount_satoshis").asLong();

        String forkId = displayed(digests.forkId(index, code, satoshis, hashType));
        String original = displayed(digests.original(index, code, hashType).orElseThrow());

        assertThat(forkId).isEqualTo(expected.path("bip143_hash").asText());
        assertThat(original).isEqualTo(expected.path("original_hash").asText());
        boolean selectsForkId = (hashType & FORK_ID) != 0 && (hashType & CHRONICLE) == 0;
        assertThat(selectsForkId ? forkId : original)
                .isEqualTo(expected.path("regular_hash").asText());
    }

    /** The vectors print digests as the node prints hashes: reversed. */
    private static String displayed(byte[] digest) {
        return Txid.fromInternal(digest).toString();
    }
}
