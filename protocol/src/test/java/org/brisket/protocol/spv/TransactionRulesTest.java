package org.brisket.protocol.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.spv.ExampleBeef.FUNDS;
import static org.brisket.protocol.spv.ExampleBeef.KEY;
import static org.brisket.protocol.spv.ExampleBeef.LOCK;
import static org.brisket.protocol.spv.ExampleBeef.coinbase;
import static org.brisket.protocol.spv.ExampleBeef.funding;
import static org.brisket.protocol.spv.ExampleBeef.spending;

import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.script.ScriptBuilder;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule about values, spends, finality and coinbases, each broken by one BEEF. */
class TransactionRulesTest {
    private static final ChainTip TIP = new ChainTip(1_000, 1_700_000_000L);
    private static final Transaction PARENT = funding(1, FUNDS, FUNDS);
    private static final SpvVerifier VERIFIER =
            new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.ALWAYS, Secp256k1.best());

    private static SigningBuilder spendingParent() {
        return new SigningBuilder().input(new Outpoint(PARENT.txid(), 0), PARENT.output(0), KEY);
    }

    /** A transaction whose one signature was made for another one. */
    static Transaction withForgedSignature(Transaction parent) {
        Transaction honest = spending(FUNDS, parent);
        return new TransactionBuilder()
                .input(honest.previousOutput(0), honest.unlockingScript(0).toByteArray())
                .output(FUNDS - 1, LOCK)
                .build();
    }

    private static void assertRejected(BeefGraph graph, RejectionReason reason) {
        SpvVerdict verdict = VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE);
        assertThat(verdict).isInstanceOf(SpvVerdict.Rejected.class);
        assertThat(((SpvVerdict.Rejected) verdict).rejection().reason())
                .as("%s", verdict)
                .isEqualTo(reason);
    }

    private static void assertRejected(Transaction subject, RejectionReason reason)
            throws MalformedException {
        assertRejected(new ExampleBeef().mined(PARENT, 900).unmined(subject).graph(), reason);
    }

    private static void assertAccepted(BeefGraph graph) {
        assertThat(VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE))
                .isInstanceOf(SpvVerdict.Accepted.class);
    }

    private static void assertAccepted(Transaction subject) throws MalformedException {
        assertAccepted(new ExampleBeef().mined(PARENT, 900).unmined(subject).graph());
    }

    @Test
    void refusesASignatureMadeForAnotherTransaction() throws MalformedException {
        assertRejected(withForgedSignature(PARENT), RejectionReason.INVALID_SCRIPT);
    }

    @Test
    void acceptsEqualValuesAndRefusesOneSatoshiMore() throws MalformedException {
        assertAccepted(spendingParent().output(FUNDS, LOCK).build().transaction());
        assertRejected(
                spendingParent().output(FUNDS + 1, LOCK).build().transaction(),
                RejectionReason.VALUE_NOT_CONSERVED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 2_100_000_000_000_001L})
    void refusesAmountsThatCannotBe(long satoshis) throws MalformedException {
        assertRejected(
                spendingParent().output(satoshis, LOCK).build().transaction(),
                RejectionReason.INVALID_TRANSACTION);
    }

    @Test
    void refusesOutputsWhoseSumOverflows() throws MalformedException {
        long most = 2_100_000_000_000_000L;
        assertRejected(
                spendingParent().output(most, LOCK).output(most, LOCK).build().transaction(),
                RejectionReason.INVALID_TRANSACTION);
    }

    @Test
    void refusesOneTransactionThatSpendsAnOutputTwice() throws MalformedException {
        Transaction subject =
                spendingParent()
                        .input(new Outpoint(PARENT.txid(), 0), PARENT.output(0), KEY)
                        .output(2 * FUNDS, LOCK)
                        .build()
                        .transaction();
        assertRejected(subject, RejectionReason.DUPLICATE_SPEND);
    }

    @Test
    void refusesTwoTransactionsThatSpendOneOutput() throws MalformedException {
        Transaction one = spending(FUNDS, PARENT);
        Transaction other = spending(FUNDS - 1, PARENT);
        assertRejected(
                new ExampleBeef()
                        .mined(PARENT, 900)
                        .unmined(one, other, spending(FUNDS, one, other))
                        .graph(),
                RejectionReason.DUPLICATE_SPEND);
    }

    @Test
    void refusesToSpendWhatAMinedAncestorSpent() throws MalformedException {
        Transaction minedSpend = spending(FUNDS, PARENT);
        Transaction lateSpend = spending(FUNDS - 1, PARENT);
        assertRejected(
                new ExampleBeef()
                        .mined(PARENT, 900)
                        .mined(minedSpend, 901)
                        .unmined(lateSpend, spending(FUNDS, minedSpend, lateSpend))
                        .graph(),
                RejectionReason.DUPLICATE_SPEND);
    }

    @Test
    void refusesAnOutputThatTheSourceDoesNotHave() throws MalformedException {
        Transaction subject =
                new SigningBuilder()
                        .input(new Outpoint(PARENT.txid(), 2), PARENT.output(0), KEY)
                        .output(1, LOCK)
                        .build()
                        .transaction();
        assertRejected(subject, RejectionReason.MISSING_SOURCE_OUTPUT);
    }

    @Test
    void refusesOutputsThatPayToAScriptHash() throws MalformedException {
        byte[] scriptHash =
                new ScriptBuilder()
                        .opcode(Opcode.HASH160)
                        .push(new byte[20])
                        .opcode(Opcode.EQUAL)
                        .build();
        assertRejected(
                spendingParent().output(1, scriptHash).build().transaction(),
                RejectionReason.INVALID_TRANSACTION);
    }

    @Test
    void refusesAnUnminedCoinbaseAndANullInputAmongOthers() throws MalformedException {
        Outpoint nothing = new Outpoint(new Txid(0, 0, 0, 0), 0xFFFFFFFFL);
        assertThat(coinbase(1).isCoinbase()).isTrue();
        assertRejected(
                new ExampleBeef().unmined(coinbase(1)).graph(),
                RejectionReason.INVALID_TRANSACTION);
        Transaction subject =
                spendingParent()
                        .input(nothing, PARENT.output(0), KEY)
                        .output(1, LOCK)
                        .build()
                        .transaction();
        assertRejected(subject, RejectionReason.INVALID_TRANSACTION);
    }

    @ParameterizedTest
    @CsvSource({"901, true", "902, false", "1000, false"})
    void letsACoinbaseBeSpentAfterAHundredBlocks(long height, boolean mature)
            throws MalformedException {
        Transaction coinbase = coinbase(FUNDS);
        BeefGraph graph =
                new ExampleBeef().mined(coinbase, height).unmined(spending(1, coinbase)).graph();
        if (mature) {
            assertAccepted(graph);
        } else {
            assertRejected(graph, RejectionReason.IMMATURE_COINBASE);
        }
    }

    @Test
    void refusesACoinbaseThatDoesNotStandFirst() throws MalformedException {
        Transaction coinbase = coinbase(FUNDS);
        BeefGraph graph =
                new ExampleBeef()
                        .mined(coinbase, 800, 1, 800)
                        .unmined(spending(1, coinbase))
                        .graph();
        assertThat(VERIFIER.requiredRoots(graph)).isInstanceOf(RequiredRoots.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 0, true",
        "1001, 0, false",
        "1001, 4294967295, true",
        "1699999999, 0, true",
        "1700000000, 0, false",
        "0, 0, true"
    })
    void asksForFinalTransactions(long lockTime, long sequence, boolean isFinal)
            throws MalformedException {
        Transaction subject =
                new SigningBuilder()
                        .lockTime(lockTime)
                        .input(new Outpoint(PARENT.txid(), 0), PARENT.output(0), KEY, sequence)
                        .output(1, LOCK)
                        .build()
                        .transaction();
        if (isFinal) {
            assertAccepted(subject);
        } else {
            assertRejected(subject, RejectionReason.NOT_FINAL);
        }
    }

    @Test
    void refusesTransactionsOfTheSizeOfAMerkleNode() throws MalformedException {
        Transaction nodeSized =
                new TransactionBuilder()
                        .input(new Outpoint(new Txid(1, 2, 3, 4), 0), new byte[] {0x51})
                        .output(FUNDS, new byte[] {0x51, 0x51, 0x51})
                        .build();
        assertThat(nodeSized.size()).isEqualTo(64);
        BeefGraph graph =
                new ExampleBeef()
                        .mined(nodeSized, 900)
                        .unmined(
                                new TransactionBuilder()
                                        .input(new Outpoint(nodeSized.txid(), 0), new byte[0])
                                        .output(1, LOCK)
                                        .build())
                        .graph();
        assertThat(VERIFIER.requiredRoots(graph)).isInstanceOf(RequiredRoots.Rejected.class);
        assertRejected(graph, RejectionReason.INVALID_TRANSACTION);
    }
}
