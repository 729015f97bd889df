package org.brisket.protocol.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.spv.ExampleBeef.FUNDS;
import static org.brisket.protocol.spv.ExampleBeef.funding;
import static org.brisket.protocol.spv.ExampleBeef.spending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.RuleSet;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class SpvVerifierTest {
    private static final ChainTip TIP = new ChainTip(1_000, 1_700_000_000L);
    private static final SpvVerifier VERIFIER = verifier(SpvLimits.DEFAULT);

    private static SpvVerifier verifier(SpvLimits limits) {
        return new SpvVerifier(limits, ActivationHeights.ALWAYS, Secp256k1.best());
    }

    private static SpvVerdict verify(BeefGraph graph) {
        return VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE);
    }

    private static SpvVerdict.Accepted accepted(SpvVerdict verdict) {
        assertThat(verdict).isInstanceOf(SpvVerdict.Accepted.class);
        return (SpvVerdict.Accepted) verdict;
    }

    private static List<RootQuery> roots(BeefGraph graph) {
        RequiredRoots required = VERIFIER.requiredRoots(graph);
        assertThat(required).isInstanceOf(RequiredRoots.Roots.class);
        return ((RequiredRoots.Roots) required).queries();
    }

    private static void assertRejected(SpvVerdict verdict, RejectionReason reason) {
        assertThat(verdict).isInstanceOf(SpvVerdict.Rejected.class);
        assertThat(((SpvVerdict.Rejected) verdict).rejection().reason()).isEqualTo(reason);
    }

    @Test
    void acceptsAPaymentThatSpendsAMinedParent() throws MalformedException {
        Transaction parent = funding(1, FUNDS);
        Transaction subject = spending(FUNDS - 1, parent);
        BeefGraph graph = new ExampleBeef().mined(parent, 900).unmined(subject).graph();

        SpvVerdict.Accepted accepted = accepted(verify(graph));

        assertThat(accepted.subject())
                .isEqualTo(new ExtendedTransaction(subject, List.of(parent.output(0))));
        assertThat(accepted.minedAtHeight()).isEmpty();
        assertThat(accepted.unminedAncestors()).isEmpty();
        assertThat(accepted.cost()).isPositive();
        assertThat(roots(graph))
                .containsExactly(
                        new RootQuery(900, graph.beef().bumps().get(0).rootOf(parent.txid())));
    }

    @Test
    void listsUnminedAncestorsParentsFirstWhateverTheirOrderInTheBeef() throws MalformedException {
        Transaction mined = funding(1, FUNDS, FUNDS);
        Transaction first = spending(FUNDS, mined);
        Transaction second = spending(FUNDS, first);
        Transaction third = spending(FUNDS, second);
        List<Transaction> shuffled = new ArrayList<>(List.of(first, second, third));
        Collections.reverse(shuffled);
        ExampleBeef beef = new ExampleBeef();
        shuffled.forEach(beef::unmined);
        beef.mined(mined, 900);

        SpvVerdict.Accepted accepted = accepted(verify(beef.graphOf(third)));

        assertThat(accepted.unminedAncestors())
                .extracting(ExtendedTransaction::transaction)
                .containsExactly(first, second);
    }

    @Test
    void asksForTheRootOfEachBlockOnce() throws MalformedException {
        Transaction one = funding(1, FUNDS);
        Transaction two = funding(2, FUNDS);
        Transaction subject = spending(2 * FUNDS, one, two);
        BeefGraph graph =
                new ExampleBeef().mined(one, 900).mined(two, 901).unmined(subject).graph();

        assertThat(roots(graph)).extracting(RootQuery::height).containsExactly(900L, 901L);
    }

    @Test
    void neverCountsAProofThatTheSubjectDoesNotRestOn() throws MalformedException {
        Transaction parent = funding(1, FUNDS);
        Transaction unrelated = funding(2, FUNDS);
        Transaction subject = spending(FUNDS, parent);
        Transaction unrelatedChild = spending(2 * FUNDS, unrelated);
        BeefGraph graph =
                new ExampleBeef()
                        .mined(unrelated, 800)
                        .mined(parent, 900)
                        .unmined(unrelatedChild, subject)
                        .graph();

        assertThat(roots(graph)).extracting(RootQuery::height).containsExactly(900L);
        assertThat(accepted(verify(graph)).unminedAncestors()).isEmpty();
    }

    @Test
    void asksForTheRootOfALeafThatIsNotFlagged() throws MalformedException {
        BeefGraph graph =
                Beef.parse(Hex.decode(BeefExamples.UNFLAGGED_LEAF), BeefLimits.DEFAULT).graph();
        Transaction parent = graph.beef().entries().get(0).transaction().orElseThrow();

        assertThat(roots(graph))
                .containsExactly(
                        new RootQuery(1000, graph.beef().bumps().get(0).rootOf(parent.txid())));
    }

    @Test
    void acceptsTheExampleOfTheSpecification() throws MalformedException {
        BeefGraph graph = Beef.parse(Hex.decode(BeefExamples.BRC_62), BeefLimits.DEFAULT).graph();

        assertThat(roots(graph))
                .containsExactly(
                        new RootQuery(
                                814_435, MerkleRoot.fromDisplayHex(BeefExamples.BRC_62_ROOT)));
        assertThat(Hex.encode(accepted(verify(graph)).subject().toBytes()))
                .isEqualTo(BeefExamples.BRC_62_EXTENDED);
    }

    @Test
    void refusesTwoRootsAtOneHeight() throws MalformedException {
        Transaction one = funding(1, FUNDS);
        Transaction two = funding(2, FUNDS);
        BeefGraph graph =
                new ExampleBeef()
                        .mined(one, 900, 1, 1)
                        .mined(two, 900, 1, 2)
                        .unmined(spending(FUNDS, one, two))
                        .graph();

        RequiredRoots required = VERIFIER.requiredRoots(graph);

        assertThat(required).isInstanceOf(RequiredRoots.Rejected.class);
        assertThat(((RequiredRoots.Rejected) required).rejection().reason())
                .isEqualTo(RejectionReason.INVALID_MERKLE_PATH);
    }

    @Test
    void refusesAMissingAncestorAndNamesIt() throws MalformedException {
        Transaction parent = funding(1, FUNDS);
        BeefGraph graph = new ExampleBeef().unmined(spending(FUNDS, parent)).graph();

        assertRejected(verify(graph), RejectionReason.MISSING_ANCESTOR);
        assertThat(VERIFIER.requiredRoots(graph).toString()).contains(parent.txid().toString());
    }

    @Test
    void refusesAnAncestorGivenByTxidAlone() throws MalformedException {
        Transaction parent = funding(1, FUNDS);
        BeefGraph graph =
                new ExampleBeef().txidOnly(parent).unmined(spending(FUNDS, parent)).graph();

        assertRejected(verify(graph), RejectionReason.TXID_ONLY_ANCESTOR);
    }

    @Test
    void acceptsAMinedSubjectWithWhatIsKnownOfItsSources() throws MalformedException {
        Transaction known = funding(1, FUNDS);
        Transaction unknown = funding(2, FUNDS);
        Transaction subject = spending(FUNDS, known, unknown);
        BeefGraph graph = new ExampleBeef().unmined(known).mined(subject, 900).graph();

        SpvVerdict.Accepted accepted = accepted(verify(graph));

        assertThat(accepted.minedAtHeight()).hasValue(900);
        assertThat(accepted.subject().sourceOutputs())
                .containsExactly(known.output(0), TransactionOutput.UNKNOWN);
        assertThat(accepted.unminedAncestors()).isEmpty();
    }

    @Test
    void refusesALongerChainThanTheLimit() throws MalformedException {
        BeefGraph graph = chain(10);

        assertRejected(
                verifier(new SpvLimits(9, 1_000_000, 1_000_000))
                        .verify(graph, TIP, VerifiedTransactions.NONE),
                RejectionReason.ANCESTRY_TOO_DEEP);
        accepted(
                verifier(new SpvLimits(10, 1_000_000, 1_000_000))
                        .verify(graph, TIP, VerifiedTransactions.NONE));
    }

    @Test
    void walksALongChainWithoutRecursion() throws MalformedException {
        assertThat(accepted(verify(chain(900))).unminedAncestors()).hasSize(899);
    }

    private static BeefGraph chain(int length) throws MalformedException {
        Transaction last = funding(1, FUNDS);
        ExampleBeef beef = new ExampleBeef().mined(last, 900);
        for (int i = 0; i < length; i++) {
            last = spending(FUNDS, last);
            beef.unmined(last);
        }
        return beef.graph();
    }

    @Test
    void countsRememberedScriptsAsMuchAsNewOnes() throws MalformedException {
        BeefGraph graph = chain(5);
        RememberedTransactions memo = new RememberedTransactions();

        long fresh = accepted(VERIFIER.verify(graph, TIP, memo)).cost();
        long remembered = accepted(VERIFIER.verify(graph, TIP, memo)).cost();
        SpvVerifier tight = verifier(new SpvLimits(100, fresh - 1, 1_000_000));

        assertThat(memo.size()).isEqualTo(5);
        assertThat(remembered).isEqualTo(fresh);
        assertRejected(
                tight.verify(graph, TIP, VerifiedTransactions.NONE), RejectionReason.COST_TOO_HIGH);
        assertRejected(tight.verify(graph, TIP, memo), RejectionReason.COST_TOO_HIGH);
    }

    @Test
    void runsNoScriptTwiceThatItRemembers() throws MalformedException {
        Transaction parent = funding(1, FUNDS);
        Transaction forged = TransactionRulesTest.withForgedSignature(parent);
        BeefGraph graph = new ExampleBeef().mined(parent, 900).unmined(forged).graph();
        RememberedTransactions memo = new RememberedTransactions();

        assertRejected(VERIFIER.verify(graph, TIP, memo), RejectionReason.INVALID_SCRIPT);
        assertThat(memo.size()).as("nothing learned from a failure").isZero();
        memo.add(forged.txid(), 1);
        accepted(VERIFIER.verify(graph, TIP, memo));
    }

    /** Two OP_ELSE in one conditional were allowed before Genesis. */
    @Test
    void judgesAnOutputByTheRulesOfItsTime() throws MalformedException {
        BeefGraph graph = spendOf(new byte[] {0x51, 0x63, 0x51, 0x67, 0x00, 0x67, 0x51, 0x68});
        SpvVerifier main =
                new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());

        accepted(main.verify(graph, TIP, VerifiedTransactions.NONE));
        assertRejected(
                VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE),
                RejectionReason.INVALID_SCRIPT);
    }

    @Test
    void refusesWhatIsNotRelayedWhenToldTo() throws MalformedException {
        BeefGraph graph = spendOf(new byte[] {0x51, 0x51});

        accepted(VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE));
        assertRejected(
                VERIFIER.with(RuleSet.RELAY_POLICY).verify(graph, TIP, VerifiedTransactions.NONE),
                RejectionReason.INVALID_SCRIPT);
    }

    /** An output with such a script in block 900, spent by nothing. */
    private static BeefGraph spendOf(byte[] locking) throws MalformedException {
        Transaction parent =
                new TransactionBuilder()
                        .input(new Outpoint(funding(1, FUNDS).txid(), 0), new byte[0])
                        .output(FUNDS, locking)
                        .build();
        Transaction subject =
                new TransactionBuilder()
                        .input(new Outpoint(parent.txid(), 0), new byte[0])
                        .output(FUNDS, ExampleBeef.LOCK)
                        .build();
        return new ExampleBeef().mined(parent, 900).unmined(subject).graph();
    }
}
