package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Ripemd160;

/**
 * The short way through a pay-to-public-key-hash spend: the verdict of the interpreter without its
 * stack. It is taken only when both scripts have exactly the template's form; tests compare the two
 * ways.
 */
final class P2pkhSpend {
    /** The seven steps and one comparison of 20 bytes that the interpreter makes. */
    private static final long STEPS = 7 * CostMeter.STEP + 20 / 8;

    private static final int LONGEST_DIRECT_PUSH = 75;

    private P2pkhSpend() {}

    /** True when the spend has the template's form and is valid; false when it has another form. */
    static boolean verifyIfMatching(InputSpend spend, SignatureChecker signatures, CostMeter meter)
            throws ScriptFailure {
        ByteSlice locking = spend.lockingScript();
        ByteSlice unlocking = spend.unlockingScript();
        int signatureLength = P2pkh.matches(locking) ? signatureLength(unlocking) : 0;
        if (signatureLength == 0) {
            return false;
        }
        ByteSlice signature = unlocking.slice(1, signatureLength);
        int keyAt = signatureLength + 2;
        ByteSlice publicKey = unlocking.slice(keyAt, unlocking.length() - keyAt);
        meter.charge(STEPS);
        HashOperations.chargeHash160(meter, publicKey.length());
        if (!P2pkh.publicKeyHash(locking).equals(ByteSlice.of(Ripemd160.hash160(publicKey)))) {
            throw ScriptFailure.invalid(ScriptError.EQUALVERIFY, "the public key has another hash");
        }
        if (!signatures.check(signature, publicKey, locking)) {
            throw ScriptFailure.invalid(ScriptError.EVAL_FALSE, "the signature does not verify");
        }
        return true;
    }

    /** The signature's length when the script is two direct pushes and nothing else, or 0. */
    private static int signatureLength(ByteSlice unlocking) {
        if (unlocking.length() < 4) {
            return 0;
        }
        int first = unlocking.at(0);
        if (first == 0 || first > LONGEST_DIRECT_PUSH || first + 2 >= unlocking.length()) {
            return 0;
        }
        int second = unlocking.at(first + 1);
        boolean exact = second > 0 && second <= LONGEST_DIRECT_PUSH;
        return exact && first + second + 2 == unlocking.length() ? first : 0;
    }
}
