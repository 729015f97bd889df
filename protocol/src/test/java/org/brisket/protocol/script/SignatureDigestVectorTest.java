package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureDigestVectorTest {
    @ParameterizedTest
    @CsvSource({"sighash/node_sighash.json, 1804", "sighash/generated_sighash.json, 150"})
    void computesBothDigestsOfTheNode(String file, int count) {
        int checked =
                VectorFiles.checkAll(
                        file,
                        vector -> {
                            JsonNode input = vector.path("input");
                            byte[] bytes = Hex.decode(input.path("tx_hex").asText());
                            byte[] code = Hex.decode(input.path("script_hex").asText());
                            SignatureDigests digests =
                                    new SignatureDigests(Transaction.parse(bytes));
                            int index = input.path("input_index").asInt();
                            int hashType = input.path("hash_type").asInt();
                            long satoshis = input.path("amount_satoshis").asLong();
                            JsonNode expected = vector.path("expected");
                            // The vectors print digests as the node prints hashes: reversed.
                            assertThat(
                                            Txid.fromInternal(
                                                    digests.forkId(
                                                            index,
                                                            ByteSlice.of(code),
                                                            satoshis,
                                                            hashType)))
                                    .hasToString(expected.path("bip143_hash").asText());
                            assertThat(
                                            digests.original(index, ByteSlice.of(code), hashType)
                                                    .map(Txid::fromInternal))
                                    .map(Txid::toString)
                                    .contains(expected.path("original_hash").asText());
                        });
        assertThat(checked).isEqualTo(count);
    }
}
