package org.brisket.protocol.spv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.script.CostMeter;
import org.brisket.protocol.script.InputSpend;
import org.brisket.protocol.script.Interpreter;
import org.brisket.protocol.script.ScriptProfile;
import org.brisket.protocol.script.ScriptRules;
import org.brisket.protocol.script.SignatureDigests;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.vectors.VectorTest;

/**
 * Whole transactions of the node's tests under the rules of every era and of relay: their shape,
 * the rules that need no script, and all of their inputs.
 */
class NodeTransactionVectorTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());

    @VectorTest("transactions/node_tx_valid.json")
    void judgesValidTransactions(JsonNode vector) throws MalformedException {
        assertVerdicts(vector.path("input"), vector.path("expected"));
    }

    @VectorTest("transactions/node_tx_invalid.json")
    void judgesInvalidTransactions(JsonNode vector) throws MalformedException {
        assertVerdicts(vector.path("input"), vector.path("expected"));
    }

    private static void assertVerdicts(JsonNode input, JsonNode expected)
            throws MalformedException {
        byte[] bytes = Hex.decode(input.path("tx_hex").asText());
        boolean hasProblems = expected.path("context_free_problems").size() > 0;
        assertThat(keepsTheRules(bytes)).as("rules without scripts").isEqualTo(!hasProblems);
        if (hasProblems) {
            return;
        }
        Transaction transaction = Transaction.parse(bytes);
        for (ScriptProfile profile : ScriptProfile.values()) {
            String verdict = expected.path("profiles").path(profile.name()).asText();
            assertThat(allInputsValid(transaction, input.path("prevouts"), profile))
                    .as("%s: the node says %s", profile, verdict)
                    .isEqualTo(verdict.equals("OK"));
        }
    }

    /** A coinbase without a proof is refused, whatever it looks like; a valid one has a proof. */
    private static boolean keepsTheRules(byte[] bytes) {
        try {
            Transaction transaction = Transaction.parse(bytes);
            boolean coinbase = transaction.isCoinbase();
            int scriptLength = transaction.unlockingScript(0).length();
            if (!coinbase || scriptLength < 2 || scriptLength > 100) {
                TransactionRules.requireRealInputs(transaction);
            }
            TransactionRules.requireDistinctSpends(List.of(transaction));
            TransactionRules.requireOutputs(transaction);
            return true;
        } catch (MalformedException | Refusal refused) {
            return false;
        }
    }

    private static boolean allInputsValid(
            Transaction transaction, JsonNode prevouts, ScriptProfile profile)
            throws MalformedException {
        Map<Outpoint, TransactionOutput> sources = new HashMap<>();
        for (JsonNode prevout : prevouts) {
            Txid txid = Txid.fromDisplayHex(prevout.path("txid").asText());
            long index = prevout.path("vout").asLong() & 0xFFFFFFFFL;
            byte[] locking = Hex.decode(prevout.path("script_pubkey_hex").asText());
            long satoshis = prevout.path("amount_satoshis").asLong();
            sources.put(
                    new Outpoint(txid, index),
                    new TransactionOutput(satoshis, ByteSlice.of(locking)));
        }
        SignatureDigests digests = new SignatureDigests(transaction);
        ScriptRules rules = profile.rules(transaction.version());
        boolean valid = true;
        for (int i = 0; i < transaction.inputCount(); i++) {
            TransactionOutput source = sources.get(transaction.previousOutput(i));
            CostMeter meter = new CostMeter(100_000_000, 100_000_000);
            valid &= INTERPRETER.verify(new InputSpend(digests, i, source, rules), meter).isValid();
        }
        return valid;
    }
}
