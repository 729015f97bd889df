package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;

/**
 * The spend of an output that pays to the hash of a script (BIP 16): the last thing that the
 * unlocking script pushes is that script, and it runs over the rest. Only outputs from before
 * Genesis have this meaning.
 */
final class ScriptHashSpend {
    private ScriptHashSpend() {}

    static boolean matches(InputSpend spend) {
        return spend.rules().isPreGenesis() && ScriptTemplates.isScriptHash(spend.lockingScript());
    }

    /**
     * Runs the script that the locking script has compared with its hash.
     *
     * @param run with the stack that the unlocking script left
     */
    static void run(Interpreter.Run run) throws ScriptFailure {
        if (!ScriptReader.isPushOnly(run.spend().unlockingScript())) {
            throw ScriptFailure.invalid(
                    ScriptError.SIG_PUSHONLY, "the unlocking script does more than push");
        }
        ByteSlice redeemScript = run.stack().pop();
        run.meter().requireScript(redeemScript.length());
        new Execution(run, redeemScript, false).run();
    }
}
