package org.brisket.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.script.CostMeter;
import org.brisket.protocol.script.InputSpend;
import org.brisket.protocol.script.Interpreter;
import org.brisket.protocol.script.OutputEra;
import org.brisket.protocol.script.ScriptRules;
import org.brisket.protocol.script.SignatureDigests;
import org.brisket.protocol.vectors.VectorFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole transactions of the node's tests, all inputs of them, under the rules of today. */
class NodeTransactionVectorTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());

    @ParameterizedTest
    @CsvSource({"transactions/node_tx_valid.json, 61", "transactions/node_tx_invalid.json, 46"})
    void judgesTransactionsAsTheNodeDoesToday(String file, int count) {
        int checked =
                VectorFiles.checkAll(
                        file,
                        vector -> {
                            JsonNode expected = vector.path("expected");
                            String problems = expected.path("context_free_problems").toString();
                            if (problems.contains("no inputs")
                                    || problems.contains("not parseable")) {
                                return;
                            }
                            assertThat(allInputsValid(vector.path("input")))
                                    .isEqualTo(
                                            expected.path("profiles")
                                                    .path("CC")
                                                    .asText()
                                                    .equals("OK"));
                        });
        assertThat(checked).isEqualTo(count);
    }

    private static boolean allInputsValid(JsonNode input) throws MalformedException {
        Transaction transaction = Transaction.parse(Hex.decode(input.path("tx_hex").asText()));
        Map<Outpoint, TransactionOutput> sources = new HashMap<>();
        for (JsonNode prevout : input.path("prevouts")) {
            Txid txid = Txid.fromDisplayHex(prevout.path("txid").asText());
            long index = prevout.path("vout").asLong() & 0xFFFFFFFFL;
            byte[] locking = Hex.decode(prevout.path("script_pubkey_hex").asText());
            long satoshis = prevout.path("amount_satoshis").asLong();
            sources.put(
                    new Outpoint(txid, index),
                    new TransactionOutput(satoshis, ByteSlice.of(locking)));
        }
        SignatureDigests digests = new SignatureDigests(transaction);
        ScriptRules rules = new ScriptRules(true, OutputEra.POST_CHRONICLE, transaction.version());
        boolean valid = true;
        for (int i = 0; i < transaction.inputCount(); i++) {
            TransactionOutput source = sources.get(transaction.previousOutput(i));
            CostMeter meter = new CostMeter(100_000_000, 100_000_000);
            valid &= INTERPRETER.verify(new InputSpend(digests, i, source, rules), meter).isValid();
        }
        return valid;
    }
}
