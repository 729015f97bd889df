package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

class InterpreterFuzzTest {
    private static final Interpreter INTERPRETER = new Interpreter(Secp256k1.best());
    private static final Limits LIMITS = Limits.DEFAULT.with(Limit.COST, 300_000);
    private static final Outpoint SPENT = new Outpoint(new Txid(1, 2, 3, 4), 0);

    /** The first byte chooses the rules, the second the length of the unlocking script. */
    @FuzzTest(maxDuration = "60s")
    void judgesTwiceAlike(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int split = Math.min(bytes.length, 2 + (bytes[1] & 0xFF));
        byte[] unlocking = Arrays.copyOfRange(bytes, 2, split);
        byte[] locking = Arrays.copyOfRange(bytes, split, bytes.length);
        InputSpend spend = spend(bytes[0], unlocking, locking);
        CostMeter first = new CostMeter(LIMITS, 0);
        CostMeter second = new CostMeter(LIMITS, 0);

        ScriptVerdict verdict = INTERPRETER.verify(spend, first);

        assertThat(INTERPRETER.verify(spend, second)).isEqualTo(verdict);
        assertThat(second.spent()).isEqualTo(first.spent());
        CostMeter general = new CostMeter(LIMITS, 0);
        assertThat(INTERPRETER.verifyWithoutTemplates(spend, general).isValid())
                .isEqualTo(verdict.isValid());
    }

    private static InputSpend spend(int rules, byte[] unlocking, byte[] locking) {
        int version = rules & 1;
        Transaction transaction =
                new TransactionBuilder()
                        .version(1 + version)
                        .input(SPENT, unlocking)
                        .output(1, locking)
                        .build();
        OutputEra era = OutputEra.values()[(rules >> 1 & 3) % OutputEra.values().length];
        boolean chronicle = (rules & 8) != 0 || era == OutputEra.POST_CHRONICLE;
        RuleSet ruleSet = (rules & 16) == 0 ? RuleSet.CONSENSUS : RuleSet.RELAY_POLICY;
        return new InputSpend(
                new SignatureDigests(transaction),
                0,
                new TransactionOutput(1, ByteSlice.of(locking)),
                new ScriptRules(chronicle, era, 1 + version, ruleSet));
    }
}
