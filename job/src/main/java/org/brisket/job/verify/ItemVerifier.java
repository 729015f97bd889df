package org.brisket.job.verify;

import java.util.List;
import java.util.Optional;
import org.brisket.job.verify.ItemReport.Counts;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.LimitExceededException;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** Verifies one item of any kind against known headers, with the rules that the job uses. */
public final class ItemVerifier {
    private final SpvVerifier verifier;
    private final KnownHeaders headers;
    private final ChainTip tip;

    public ItemVerifier(SpvVerifier verifier, KnownHeaders headers, ChainTip tip) {
        this.verifier = verifier;
        this.headers = headers;
        this.tip = tip;
    }

    public ItemReport verify(byte[] item) {
        ItemKind kind = ItemKind.of(item);
        try {
            return switch (kind) {
                case BEEF -> beef(item);
                case EXTENDED_TRANSACTION -> extended(item);
                case TRANSACTION -> transaction(item);
                case BUMP -> bump(item);
                case UNKNOWN ->
                        malformed(
                                kind,
                                item,
                                "neither BEEF, Extended Format, transaction nor merkle path");
            };
        } catch (MalformedException e) {
            return unreadable(kind, item, e);
        }
    }

    private ItemReport beef(byte[] item) throws MalformedException {
        Beef beef = Beef.parse(item, BeefLimits.DEFAULT);
        Counts counts = counts(item, beef);
        BeefGraph graph = beef.graph();
        Optional<Txid> subject = Optional.of(graph.subject().txid());
        Optional<Rejection> unproven = prove(graph);
        if (unproven.isPresent()) {
            return ItemReport.refused(ItemKind.BEEF, unproven.get(), subject, counts);
        }
        SpvVerdict verdict = verifier.verify(graph, tip, VerifiedTransactions.NONE);
        return report(ItemKind.BEEF, verdict, subject, counts);
    }

    private static ItemReport report(
            ItemKind kind, SpvVerdict verdict, Optional<Txid> subject, Counts counts) {
        if (verdict instanceof SpvVerdict.Accepted accepted) {
            return ItemReport.valid(kind, subject, counts.withCost(accepted.cost()));
        }
        Rejection rejection = ((SpvVerdict.Rejected) verdict).rejection();
        return ItemReport.refused(kind, rejection, subject, counts);
    }

    private static Counts counts(byte[] item, Beef beef) {
        int inputs =
                beef.entries().stream()
                        .filter(entry -> entry instanceof BeefEntry.Unproven)
                        .flatMap(entry -> entry.transaction().stream())
                        .mapToInt(Transaction::inputCount)
                        .sum();
        return new Counts(item.length, beef.entries().size(), beef.bumps().size(), inputs, 0);
    }

    private Optional<Rejection> prove(BeefGraph graph) {
        RequiredRoots required = verifier.requiredRoots(graph);
        if (required instanceof RequiredRoots.Rejected rejected) {
            return Optional.of(rejected.rejection());
        }
        return firstProblem(((RequiredRoots.Roots) required).queries());
    }

    /** A root that is wrong counts before one that is unknown. */
    private Optional<Rejection> firstProblem(List<RootQuery> queries) {
        for (RootAnswer answer : List.of(RootAnswer.FALSE, RootAnswer.UNKNOWN)) {
            for (RootQuery query : queries) {
                if (headers.answer(query) == answer) {
                    return Optional.of(rejection(query, answer));
                }
            }
        }
        return Optional.empty();
    }

    private static Rejection rejection(RootQuery query, RootAnswer answer) {
        boolean wrong = answer == RootAnswer.FALSE;
        return Rejection.of(
                wrong
                        ? RejectionReason.INVALID_MERKLE_ROOT
                        : RejectionReason.CHAIN_TRACKER_UNAVAILABLE,
                wrong
                        ? "the block at height %d does not have merkle root %s"
                        : "the headers do not reach to height %d, where the merkle root is %s",
                query.height(),
                query.root());
    }

    private ItemReport bump(byte[] item) throws MalformedException {
        MerklePath path = MerklePath.parse(item);
        List<Txid> txids = path.txids();
        Counts counts = new Counts(item.length, txids.size(), 1, 0, 0);
        // One transaction is enough: all that lead to a root at all lead to the same one.
        Txid first = txids.get(0);
        try {
            RootQuery query = new RootQuery(path.blockHeight(), path.rootOf(first));
            return firstProblem(List.of(query))
                    .map(r -> ItemReport.refused(ItemKind.BUMP, r, Optional.of(first), counts))
                    .orElseGet(() -> ItemReport.valid(ItemKind.BUMP, Optional.of(first), counts));
        } catch (MalformedException e) {
            Rejection rejection =
                    new Rejection(RejectionReason.INVALID_MERKLE_PATH, e.getMessage());
            return ItemReport.refused(ItemKind.BUMP, rejection, Optional.of(first), counts);
        }
    }

    private ItemReport extended(byte[] item) throws MalformedException {
        ExtendedTransaction extended = ExtendedTransaction.parse(item);
        Transaction transaction = extended.transaction();
        Counts counts = new Counts(item.length, 1, 0, transaction.inputCount(), 0);
        return report(
                ItemKind.EXTENDED_TRANSACTION,
                verifier.verifyClaims(extended, tip),
                Optional.of(transaction.txid()),
                counts);
    }

    /** Without what it spends, a transaction can only be read. */
    private static ItemReport transaction(byte[] item) throws MalformedException {
        Transaction transaction = Transaction.parse(item);
        return ItemReport.valid(
                ItemKind.TRANSACTION,
                Optional.of(transaction.txid()),
                new Counts(item.length, 1, 0, transaction.inputCount(), 0));
    }

    /** Over a limit of ours, or not of its format. */
    private static ItemReport unreadable(ItemKind kind, byte[] item, MalformedException e) {
        if (!(e instanceof LimitExceededException)) {
            return malformed(kind, item, e.getMessage());
        }
        Counts counts = new Counts(item.length, 0, 0, 0, 0);
        return ItemReport.refused(
                kind, LimitExceededException.rejectionOf(e), Optional.empty(), counts);
    }

    private static ItemReport malformed(ItemKind kind, byte[] item, String detail) {
        RejectionReason reason =
                switch (kind) {
                    case BUMP -> RejectionReason.INVALID_MERKLE_PATH;
                    case TRANSACTION, EXTENDED_TRANSACTION -> RejectionReason.INVALID_TRANSACTION;
                    case BEEF, UNKNOWN -> RejectionReason.MALFORMED_BEEF;
                };
        return ItemReport.refused(
                kind,
                new Rejection(reason, detail),
                Optional.empty(),
                new Counts(item.length, 0, 0, 0, 0));
    }
}
