package org.brisket.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.api.Test;

class TransactionVectorTest {
    @Test
    void readsEveryFieldOfRawTransactions() {
        int count =
                VectorFiles.checkAll(
                        "transactions/raw_transactions.json",
                        vector -> {
                            byte[] bytes = hex(vector.path("input").path("tx_hex"));
                            Transaction transaction = Transaction.parse(bytes);
                            assertFields(transaction, vector.path("expected"));
                            assertThat(rebuilt(transaction).bytes()).isEqualTo(transaction.bytes());
                        });
        assertThat(count).isEqualTo(141);
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

    @Test
    void refusesBytesThatAreNotOneTransaction() {
        int count =
                VectorFiles.checkAll(
                        "transactions/malformed_transactions.json",
                        vector -> {
                            byte[] bytes = hex(vector.path("input").path("tx_hex"));
                            assertThatThrownBy(() -> Transaction.parse(bytes))
                                    .isInstanceOf(MalformedException.class);
                        });
        assertThat(count).isEqualTo(33);
    }

    @Test
    void readsAndWritesExtendedFormat() {
        int count =
                VectorFiles.checkAll(
                        "transactions/extended_format.json",
                        vector -> {
                            byte[] bytes = hex(vector.path("input").path("ef_hex"));
                            JsonNode expected = vector.path("expected");
                            if (expected.has("parse_error")) {
                                assertThatThrownBy(() -> ExtendedTransaction.parse(bytes))
                                        .isInstanceOf(MalformedException.class);
                                return;
                            }
                            assertExtended(bytes, expected);
                        });
        assertThat(count).isEqualTo(87);
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
