package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

/** Runs two scripts that check no signature, under the rules of today. */
final class ScriptRunner {
    private ScriptRunner() {}

    static ScriptVerdict run(
            Interpreter interpreter, byte[] unlocking, byte[] locking, int version) {
        Outpoint spent = new Outpoint(new Txid(9, 9, 9, 9), 0);
        Transaction transaction =
                new TransactionBuilder()
                        .version(version)
                        .input(spent, unlocking)
                        .output(0, new byte[0])
                        .build();
        InputSpend spend =
                new InputSpend(
                        new SignatureDigests(transaction),
                        0,
                        new TransactionOutput(0, ByteSlice.of(locking)),
                        new ScriptRules(true, OutputEra.POST_CHRONICLE, version));
        return interpreter.verify(spend, new CostMeter(100_000_000, 100_000_000));
    }
}
