package org.brisket.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.merkle.MerklePathValues;
import org.brisket.protocol.vectors.VectorTest;

class TransactionVectorTest {
    @VectorTest("transactions/raw_transactions.json")
    void readsEveryFieldOfRawTransactions(JsonNode vector) throws MalformedException {
        byte[] bytes = hex(vector.path("input").path("tx_hex"));
        Transaction transaction = Transaction.parse(bytes);
        assertFields(transaction, vector.path("expected"));
        assertThat(rebuilt(transaction).bytes()).isEqualTo(transaction.bytes());
    }

    private static void assertFields(Transaction transaction, JsonNode expected) {
        assertThat(transaction).hasToString(expected.path("txid").asText());
        assertThat(transaction.version()).isEqualTo(expected.path("version").asInt());
        assertThat(transaction.lockTime()).isEqualTo(expected.path("lock_time").asLong());
        assertThat(transaction.size()).isEqualTo(expected.path("size").asInt());
        assertThat(transaction.inputCount()).isEqualTo(expected.path("inputs").size());
        for (int i = 0; i < transaction.inputCount(); i++) {
            JsonNode input = expected.path("inputs").get(i);
            assertThat(transaction.previousOutput(i))
                    .hasToString(
                            input.path("source_txid").asText()
                                    + "."
                                    + input.path("source_output_index").asText());
            assertThat(transaction.unlockingScript(i))
                    .hasToString(input.path("unlocking_script_hex").asText());
            assertThat(transaction.sequence(i)).isEqualTo(input.path("sequence").asLong());
        }
        assertThat(transaction.outputCount()).isEqualTo(expected.path("outputs").size());
        for (int i = 0; i < transaction.outputCount(); i++) {
            assertOutput(transaction.output(i), expected.path("outputs").get(i));
        }
    }

    private static void assertOutput(TransactionOutput output, JsonNode expected) {
        assertThat(output.satoshis()).isEqualTo(expected.path("satoshis").asLong());
        assertThat(output.lockingScript())
                .hasToString(expected.path("locking_script_hex").asText());
    }

    private static Transaction rebuilt(Transaction transaction) {
        TransactionBuilder builder =
                new TransactionBuilder()
                        .version(transaction.version())
                        .lockTime(transaction.lockTime());
        for (int i = 0; i < transaction.inputCount(); i++) {
            builder.input(
                    transaction.previousOutput(i),
                    transaction.unlockingScript(i).toByteArray(),
                    transaction.sequence(i));
        }
        for (TransactionOutput output : transaction.outputs()) {
            builder.output(output.satoshis(), output.lockingScript().toByteArray());
        }
        return builder.build();
    }

    @VectorTest("transactions/malformed_transactions.json")
    void refusesBytesThatAreNotOneTransaction(JsonNode vector) throws MalformedException {
        byte[] bytes = hex(vector.path("input").path("tx_hex"));
        assertThatThrownBy(() -> Transaction.parse(bytes)).isInstanceOf(MalformedException.class);
    }

    @VectorTest("transactions/extended_format.json")
    void readsAndWritesExtendedFormat(JsonNode vector) throws MalformedException {
        byte[] bytes = hex(vector.path("input").path("ef_hex"));
        JsonNode expected = vector.path("expected");
        if (expected.has("parse_error")) {
            assertThatThrownBy(() -> ExtendedTransaction.parse(bytes))
                    .isInstanceOf(MalformedException.class);
            return;
        }
        assertExtended(bytes, expected);
    }

    @VectorTest("conformance/sdk/transactions/serialization.json")
    void readsTheTransactionsOfOtherLibraries(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        if (input.has("raw_hex")) {
            Transaction transaction = Transaction.parse(hex(input.path("raw_hex")));
            assertCounts(transaction, expected);
            if (expected.has("txid")) {
                assertThat(transaction).hasToString(expected.path("txid").asText());
            }
            if (expected.has("raw_hex_roundtrip")) {
                assertThat(rebuilt(transaction).bytes())
                        .hasToString(expected.path("raw_hex_roundtrip").asText());
            }
        } else if (input.has("ef_hex")) {
            assertCounts(
                    ExtendedTransaction.parse(hex(input.path("ef_hex"))).transaction(), expected);
        } else if (input.has("beef_hex")) {
            assertBeef(Beef.parse(hex(input.path("beef_hex")), Limits.DEFAULT), expected);
        } else {
            MerklePath path = MerklePath.parse(hex(input.path("bump_hex")));
            assertThat(path.blockHeight()).isEqualTo(expected.path("block_height").asLong());
            assertThat(MerklePathValues.of(path).toString().split("], \\[")[0].split("offset"))
                    .hasSize(1 + expected.path("path_leaf_count").asInt());
        }
    }

    private static void assertCounts(Transaction transaction, JsonNode expected) {
        assertThat(transaction.inputCount()).isEqualTo(expected.path("inputs_count").asInt());
        assertThat(transaction.outputCount()).isEqualTo(expected.path("outputs_count").asInt());
        if (expected.has("version")) {
            assertThat(transaction.version()).isEqualTo(expected.path("version").asInt());
            assertThat(transaction.lockTime()).isEqualTo(expected.path("locktime").asLong());
        }
    }

    /** What must not pass for Atomic BEEF names no subject. */
    private static void assertBeef(Beef beef, JsonNode expected) throws MalformedException {
        if (expected.path("throws").asBoolean()) {
            assertThat(beef.atomicSubject()).isEmpty();
            return;
        }
        Txid proven = beef.entries().get(0).txid();
        assertThat(beef.graph().proof(proven).orElseThrow().rootOf(proven))
                .hasToString(expected.path("merkle_root").asText());
    }

    @VectorTest("conformance/regressions/tx-sequence-zero-sighash.json")
    void writesTheSequenceThatIsGiven(JsonNode vector) {
        JsonNode input = vector.path("input");
        long sequence = input.path("input_sequence").asLong();
        Transaction transaction =
                new TransactionBuilder()
                        .input(new Outpoint(new Txid(1, 2, 3, 4), 0), new byte[0], sequence)
                        .output(1, new byte[0])
                        .build();
        String expected = vector.path("expected").elements().next().asText();
        ByteSlice bytes = transaction.bytes();
        int afterInputs = bytes.length() - 4 - 9 - 1;
        assertThat(bytes.slice(afterInputs - 4, 4)).hasToString(expected);
        assertThat(transaction.sequence(0)).isEqualTo(sequence);
    }

    private static void assertExtended(byte[] bytes, JsonNode expected) throws MalformedException {
        assertThat(ExtendedTransaction.looksExtended(bytes)).isTrue();
        ExtendedTransaction extended = ExtendedTransaction.parse(bytes);
        assertFields(extended.transaction(), expected);
        assertThat(extended.transaction().bytes())
                .hasToString(expected.path("raw_tx_hex").asText());
        assertThat(extended.toBytes()).isEqualTo(bytes);
        for (int i = 0; i < extended.sourceOutputs().size(); i++) {
            assertOutput(extended.sourceOutputs().get(i), expected.path("source_outputs").get(i));
        }
    }

    private static byte[] hex(JsonNode node) throws MalformedException {
        return Hex.decode(node.asText());
    }
}
