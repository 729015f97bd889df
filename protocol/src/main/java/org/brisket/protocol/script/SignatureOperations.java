package org.brisket.protocol.script;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;

/** The opcodes that check signatures. */
final class SignatureOperations {
    private SignatureOperations() {}

    static void addTo(Operation[] table) {
        table[Opcode.CODESEPARATOR] = Execution::separateCode;
        table[Opcode.CHECKSIG] = execution -> execution.stack().push(checkOne(execution));
        table[Opcode.CHECKSIGVERIFY] =
                execution -> require(checkOne(execution), ScriptError.CHECKSIGVERIFY);
        table[Opcode.CHECKMULTISIG] = execution -> execution.stack().push(checkMany(execution));
        table[Opcode.CHECKMULTISIGVERIFY] =
                execution -> require(checkMany(execution), ScriptError.CHECKMULTISIGVERIFY);
    }

    private static void require(boolean verified, ScriptError error) throws ScriptFailure {
        if (!verified) {
            throw ScriptFailure.invalid(error);
        }
    }

    private static boolean checkOne(Execution execution) throws ScriptFailure {
        execution.stack().require(2);
        ByteSlice publicKey = execution.stack().pop();
        ByteSlice signature = execution.stack().pop();
        return execution.signatures().check(signature, publicKey, execution.scriptCode());
    }

    /** Stack, bottom to top: an unused element, signatures, their count, keys, their count. */
    private static boolean checkMany(Execution execution) throws ScriptFailure {
        int keyCount =
                popCount(execution, execution.limits().maxPublicKeys(), ScriptError.PUBKEY_COUNT);
        execution.limits().countOperations(keyCount);
        ByteSlice[] keys = popFromTop(execution, keyCount);
        int signatureCount = popCount(execution, keyCount, ScriptError.SIG_COUNT);
        ByteSlice[] signatures = popFromTop(execution, signatureCount);
        requireEmptyIfStrict(execution, execution.stack().pop());
        boolean verified = allMatch(execution, signatures, keys);
        if (!verified) {
            for (ByteSlice signature : signatures) {
                execution.signatures().requireEmpty(signature);
            }
        }
        return verified;
    }

    private static void requireEmptyIfStrict(Execution execution, ByteSlice unused)
            throws ScriptFailure {
        if (execution.rules().requiresShortestForms() && !unused.isEmpty()) {
            throw ScriptFailure.invalid(
                    ScriptError.SIG_NULLDUMMY, "the unused element is not empty");
        }
    }

    private static int popCount(Execution execution, int largest, ScriptError error)
            throws ScriptFailure {
        ByteSlice bytes = execution.stack().pop();
        BigInteger count = NumberOperand.decode(execution, bytes, NumberOperand.COUNT_LENGTH);
        if (count.signum() < 0 || count.compareTo(BigInteger.valueOf(largest)) > 0) {
            throw ScriptFailure.invalid(error, "a count of " + count);
        }
        return count.intValue();
    }

    private static ByteSlice[] popFromTop(Execution execution, int count) throws ScriptFailure {
        execution.stack().require(count);
        execution.meter().charge(count);
        ByteSlice[] elements = new ByteSlice[count];
        for (int i = 0; i < count; i++) {
            elements[i] = execution.stack().pop();
        }
        return elements;
    }

    /** Matches signatures to keys in order, both from the top; stops when too few keys are left. */
    private static boolean allMatch(Execution execution, ByteSlice[] signatures, ByteSlice[] keys)
            throws ScriptFailure {
        int signature = 0;
        int key = 0;
        while (signature < signatures.length) {
            if (signatures.length - signature > keys.length - key) {
                return false;
            }
            ByteSlice code = execution.scriptCode();
            if (execution.signatures().verifies(signatures[signature], keys[key], code)) {
                signature++;
            }
            key++;
        }
        return true;
    }
}
