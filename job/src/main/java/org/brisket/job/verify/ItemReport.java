package org.brisket.job.verify;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;

/** What verification says about one item, with what it counted on the way. */
public record ItemReport(
        ItemKind kind,
        Verdict verdict,
        Optional<Rejection> rejection,
        Optional<Txid> txid,
        Counts counts) {

    /** The four things that can be said. */
    public enum Verdict {
        VALID("valid"),
        INVALID("invalid"),
        /** Over a limit of ours, or an operation that is not evaluated: the network may accept. */
        REFUSED("refused"),
        /** Nothing is wrong with it, but the headers do not reach to its proofs. */
        UNPROVEN("unproven");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Sizes of the item; the cost is in the units of the script meter. */
    public record Counts(int bytes, int transactions, int proofs, int inputs, long scriptCost) {
        Counts withCost(long cost) {
            return new Counts(bytes, transactions, proofs, inputs, cost);
        }
    }

    public boolean isValid() {
        return verdict == Verdict.VALID;
    }

    static ItemReport valid(ItemKind kind, Optional<Txid> txid, Counts counts) {
        return new ItemReport(kind, Verdict.VALID, Optional.empty(), txid, counts);
    }

    static ItemReport refused(
            ItemKind kind, Rejection rejection, Optional<Txid> txid, Counts counts) {
        return new ItemReport(kind, verdict(rejection), Optional.of(rejection), txid, counts);
    }

    private static Verdict verdict(Rejection rejection) {
        return switch (rejection.reason().category()) {
            case UNAVAILABLE -> Verdict.UNPROVEN;
            case LIMIT -> Verdict.REFUSED;
            case SCRIPT ->
                    rejection.reason().name().startsWith("UNSUPPORTED")
                            ? Verdict.REFUSED
                            : Verdict.INVALID;
            case MALFORMED, PROOF, TRANSACTION, ROUTING, ADMISSION, CONFLICT, NETWORK ->
                    Verdict.INVALID;
        };
    }
}
