package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * One input about to be verified: where it stands in its transaction, the output that it spends,
 * and the rules for it.
 */
public record InputSpend(
        SignatureDigests digests, int input, TransactionOutput source, ScriptRules rules) {

    public ByteSlice unlockingScript() {
        return digests.transaction().unlockingScript(input);
    }

    public ByteSlice lockingScript() {
        return source.lockingScript();
    }
}
