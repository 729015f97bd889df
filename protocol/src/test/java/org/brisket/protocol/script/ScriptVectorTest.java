package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.vectors.VectorTest;

/** The interpreter against the node's verdicts, under the rules of every era and of relay. */
class ScriptVectorTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());

    @VectorTest("scripts/node_script_tests.json")
    void judgesTheScriptsOfTheNodesTests(JsonNode vector) throws MalformedException {
        assertVerdicts(vector);
    }

    @VectorTest("scripts/generated_scripts.json")
    void judgesRandomScripts(JsonNode vector) throws MalformedException {
        assertVerdicts(vector);
    }

    @VectorTest("scripts/generated_spends.json")
    void judgesSignedInputs(JsonNode vector) throws MalformedException {
        assertVerdicts(vector);
    }

    @VectorTest("scripts/ts_spend_valid.json")
    void judgesTheSpendsOfAnotherLibrary(JsonNode vector) throws MalformedException {
        assertVerdicts(vector);
    }

    /** Each vector has the node's verdict under five sets of rules; all must be ours. */
    private static void assertVerdicts(JsonNode vector) throws MalformedException {
        for (ScriptProfile profile : ScriptProfile.values()) {
            ScriptVerdict verdict = verdict(vector.path("input"), profile);
            String expected =
                    vector.path("expected").path("profiles").path(profile.name()).asText();
            assertThat(verdict).as(profile.name()).isNotInstanceOf(ScriptVerdict.Refused.class);
            assertThat(verdict.isValid())
                    .as("%s under %s, the node says %s", verdict, profile, expected)
                    .isEqualTo(expected.equals("OK"));
        }
    }

    private static ScriptVerdict verdict(JsonNode input, ScriptProfile profile)
            throws MalformedException {
        InputSpend spend =
                input.has("tx_hex") ? givenSpend(input, profile) : builtSpend(input, profile);
        return INTERPRETER.verify(spend, new CostMeter(1_000_000_000L, 200_000_000L));
    }

    private static InputSpend givenSpend(JsonNode input, ScriptProfile profile)
            throws MalformedException {
        Transaction transaction = Transaction.parse(hex(input, "tx_hex"));
        TransactionOutput source =
                new TransactionOutput(
                        input.path("prevout_satoshis").asLong(),
                        ByteSlice.of(hex(input, "prevout_script_hex")));
        return spend(transaction, input.path("input_index").asInt(), source, profile);
    }

    /** A transaction that makes the output and one that spends it, as the node's own tests have. */
    private static InputSpend builtSpend(JsonNode input, ScriptProfile profile)
            throws MalformedException {
        long satoshis = input.path("amount_satoshis").asLong();
        byte[] locking = hex(input, "script_pubkey_hex");
        Outpoint nothing = new Outpoint(new Txid(0, 0, 0, 0), 0xFFFFFFFFL);
        Transaction crediting =
                new TransactionBuilder()
                        .input(nothing, new byte[] {0, 0})
                        .output(satoshis, locking)
                        .build();
        Transaction spending =
                new TransactionBuilder()
                        .version(input.path("tx_version").asInt())
                        .input(new Outpoint(crediting.txid(), 0), hex(input, "script_sig_hex"))
                        .output(satoshis, new byte[0])
                        .build();
        return spend(spending, 0, crediting.output(0), profile);
    }

    private static InputSpend spend(
            Transaction transaction, int input, TransactionOutput source, ScriptProfile profile) {
        ScriptRules rules = profile.rules(transaction.version());
        return new InputSpend(new SignatureDigests(transaction), input, source, rules);
    }

    private static byte[] hex(JsonNode input, String field) throws MalformedException {
        return Hex.decode(input.path(field).asText());
    }
}
