package org.brisket.protocol.spv;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.Interpreter;
import org.brisket.protocol.script.OutputEra;
import org.brisket.protocol.script.RuleSet;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;

/**
 * The verifier of BEEF (BRC-67). Ask first for {@link #requiredRoots}, have the chain trackers
 * confirm all of them, then {@link #verify}: it takes the proofs for granted. Both are iterative,
 * bounded by {@link SpvLimits}, and depend on nothing but their arguments. Safe for concurrent use.
 */
public final class SpvVerifier {
    private final SpvLimits limits;
    private final ActivationHeights heights;
    private final RuleSet ruleSet;
    private final Interpreter interpreter;

    /** With the script rules of blocks. */
    public SpvVerifier(SpvLimits limits, ActivationHeights heights, Secp256k1 secp256k1) {
        this(limits, heights, RuleSet.CONSENSUS, new Interpreter(secp256k1));
    }

    private SpvVerifier(
            SpvLimits limits, ActivationHeights heights, RuleSet ruleSet, Interpreter interpreter) {
        this.limits = limits;
        this.heights = heights;
        this.ruleSet = ruleSet;
        this.interpreter = interpreter;
    }

    /** The same verifier with other script rules; what one remembers is not for the other. */
    public SpvVerifier with(RuleSet rules) {
        return new SpvVerifier(limits, heights, rules, interpreter);
    }

    /**
     * The roots that the subject rests on, each computed from a proven transaction's own txid.
     * Transactions that the subject does not descend from take no part in anything: they are not
     * checked, and nothing is concluded from them.
     */
    public RequiredRoots requiredRoots(BeefGraph graph) {
        try {
            Ancestry ancestry = Ancestry.of(graph, limits);
            return new RequiredRoots.Roots(ProofRules.requiredRoots(graph, ancestry.proven()));
        } catch (Refusal refusal) {
            return new RequiredRoots.Rejected(refusal.rejection());
        }
    }

    /**
     * Checks everything but the roots: structure, values, spends, finality, maturity and scripts.
     * Cheap checks come first, for all transactions; scripts last.
     */
    public SpvVerdict verify(BeefGraph graph, ChainTip tip, VerifiedTransactions memo) {
        try {
            Ancestry ancestry = Ancestry.of(graph, limits);
            requireDistinctSpends(ancestry);
            SourceRules sources = new SourceRules(graph, tip);
            List<ExtendedTransaction> unmined = extend(ancestry, sources, tip);
            ScriptPass scripts = scripts(eras(graph, tip), tip);
            for (ExtendedTransaction transaction : unmined) {
                scripts.verify(transaction, memo);
            }
            return accept(graph, sources, unmined, scripts.cost());
        } catch (Refusal refusal) {
            return new SpvVerdict.Rejected(refusal.rejection());
        }
    }

    /**
     * Checks a transaction against the source outputs that it claims to spend, as if they were made
     * in the next block. Nothing says that they exist: a good verdict is a good verdict on the
     * claims alone.
     */
    public SpvVerdict verifyClaims(ExtendedTransaction extended, ChainTip tip) {
        Transaction transaction = extended.transaction();
        try {
            TransactionRules.requireRealInputs(transaction);
            TransactionRules.requireDistinctSpends(List.of(transaction));
            TransactionRules.check(transaction, tip);
            SourceRules.requireConserved(transaction, extended.sourceOutputs());
            ScriptPass scripts = scripts(source -> heights.eraAt(tip.nextHeight()), tip);
            scripts.verify(extended, VerifiedTransactions.NONE);
            return new SpvVerdict.Accepted(
                    extended, OptionalLong.empty(), List.of(), scripts.cost());
        } catch (Refusal refusal) {
            return new SpvVerdict.Rejected(refusal.rejection());
        }
    }

    private ScriptPass scripts(Function<Txid, OutputEra> eras, ChainTip tip) {
        boolean chronicleActive = tip.nextHeight() >= heights.chronicle();
        return new ScriptPass(eras, chronicleActive, ruleSet, interpreter, limits);
    }

    /** An output that is not mined yet will be made in the next block at the earliest. */
    private Function<Txid, OutputEra> eras(BeefGraph graph, ChainTip tip) {
        return source ->
                heights.eraAt(
                        graph.proof(source)
                                .map(MerklePath::blockHeight)
                                .orElseGet(tip::nextHeight));
    }

    private static void requireDistinctSpends(Ancestry ancestry) throws Refusal {
        List<Transaction> all = new ArrayList<>(ancestry.unmined());
        for (BeefEntry.Proven proven : ancestry.proven()) {
            TransactionRules.requireNotNodeSized(proven.content());
            all.add(proven.content());
        }
        TransactionRules.requireDistinctSpends(all);
    }

    private static List<ExtendedTransaction> extend(
            Ancestry ancestry, SourceRules sources, ChainTip tip) throws Refusal {
        List<ExtendedTransaction> unmined = new ArrayList<>(ancestry.unmined().size());
        for (Transaction transaction : ancestry.unmined()) {
            TransactionRules.check(transaction, tip);
            unmined.add(sources.extend(transaction));
        }
        return unmined;
    }

    private static SpvVerdict accept(
            BeefGraph graph, SourceRules sources, List<ExtendedTransaction> unmined, long cost) {
        Transaction subject = graph.subject();
        OptionalLong minedAt =
                graph.proof(subject.txid())
                        .map(MerklePath::blockHeight)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
        if (minedAt.isPresent()) {
            return new SpvVerdict.Accepted(sources.extendMined(subject), minedAt, List.of(), cost);
        }
        int last = unmined.size() - 1;
        return new SpvVerdict.Accepted(unmined.get(last), minedAt, unmined.subList(0, last), cost);
    }
}
