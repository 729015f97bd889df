package org.brisket.protocol.script;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.EcdsaSignature;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.crypto.StrictDer;

/**
 * The check of one signature of a script against one public key, with the rules about their
 * encodings, which are errors even where the result would be ignored.
 */
final class SignatureChecker {
    private final InputSpend spend;
    private final Secp256k1 secp256k1;
    private final CostMeter meter;

    SignatureChecker(InputSpend spend, Secp256k1 secp256k1, CostMeter meter) {
        this.spend = spend;
        this.secp256k1 = secp256k1;
        this.meter = meter;
    }

    /** As CHECKSIG: a failing signature is an error too, unless it is empty or the rule waived. */
    boolean check(ByteSlice signature, ByteSlice publicKey, ByteSlice scriptCode)
            throws ScriptFailure {
        boolean verifies = verifies(signature, publicKey, scriptCode);
        if (!verifies) {
            requireEmpty(signature);
        }
        return verifies;
    }

    void requireEmpty(ByteSlice failingSignature) throws ScriptFailure {
        if (spend.rules().forbidsMalleability() && !failingSignature.isEmpty()) {
            throw ScriptFailure.invalid(
                    ScriptError.SIG_NULLFAIL, "the signature does not verify and is not empty");
        }
    }

    /** Whether the signature is right; wrong encodings are errors, an empty signature is not. */
    boolean verifies(ByteSlice signature, ByteSlice publicKey, ByteSlice scriptCode)
            throws ScriptFailure {
        if (signature.isEmpty()) {
            requirePublicKeyShape(publicKey);
            return false;
        }
        int hashType = signature.at(signature.length() - 1);
        EcdsaSignature numbers = decode(signature);
        requireHashType(hashType);
        requirePublicKeyShape(publicKey);
        byte[] digest = digest(scriptCode, hashType);
        meter.chargeSignature();
        return secp256k1.verify(digest, numbers, publicKey);
    }

    private EcdsaSignature decode(ByteSlice signature) throws ScriptFailure {
        ByteSlice der = signature.slice(0, signature.length() - 1);
        Optional<EcdsaSignature> numbers = StrictDer.parse(der);
        if (numbers.isEmpty()) {
            throw ScriptFailure.invalid(ScriptError.SIG_DER, "the signature is not strict DER");
        }
        // A number out of range counts as zero here, as it does in the node.
        if (spend.rules().forbidsMalleability()
                && numbers.get().isInRange()
                && !numbers.get().isLowS()) {
            throw ScriptFailure.invalid(ScriptError.SIG_HIGH_S, "the signature has a high s");
        }
        return numbers.get();
    }

    private void requireHashType(int hashType) throws ScriptFailure {
        if (!SignatureHashType.isDefined(hashType)) {
            throw ScriptFailure.invalid(ScriptError.SIG_HASHTYPE, "hash type " + hashType);
        }
        if ((hashType & SignatureHashType.FORK_ID) == 0) {
            throw ScriptFailure.invalid(
                    ScriptError.MUST_USE_FORKID, "hash type " + hashType + " lacks FORKID");
        }
        if ((hashType & SignatureHashType.CHRONICLE) != 0 && !spend.rules().chronicleActive()) {
            throw ScriptFailure.invalid(
                    ScriptError.ILLEGAL_CHRONICLE, "hash type " + hashType + " before Chronicle");
        }
    }

    private static void requirePublicKeyShape(ByteSlice publicKey) throws ScriptFailure {
        if (!Secp256k1.hasPublicKeyShape(publicKey)) {
            throw ScriptFailure.invalid(
                    ScriptError.PUBKEYTYPE, "a public key of " + publicKey.length() + " bytes");
        }
    }

    private byte[] digest(ByteSlice scriptCode, int hashType) throws ScriptFailure {
        SignatureDigests digests = spend.digests();
        if ((hashType & SignatureHashType.CHRONICLE) != 0) {
            meter.chargeScript(scriptCode.length());
            meter.chargeSignatureHash((long) digests.transaction().size() + scriptCode.length());
            return digests.original(spend.input(), scriptCode, hashType)
                    .orElseThrow(
                            () ->
                                    ScriptFailure.unsupported(
                                            "an original digest of a script with a cut-off push"));
        }
        meter.chargeSignatureHash(200L + scriptCode.length() + singleOutputLength(hashType));
        return digests.forkId(spend.input(), scriptCode, spend.source().satoshis(), hashType);
    }

    private int singleOutputLength(int hashType) {
        boolean single = SignatureHashType.base(hashType) == SignatureHashType.SINGLE;
        return single && spend.input() < spend.digests().transaction().outputCount()
                ? spend.digests().transaction().outputBytes(spend.input()).length()
                : 0;
    }
}
