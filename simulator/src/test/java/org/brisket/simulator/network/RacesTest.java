package org.brisket.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.simulator.network.ArcStatus.DOUBLE_SPEND_ATTEMPTED;
import static org.brisket.simulator.network.ArcStatus.MINED;
import static org.brisket.simulator.network.ArcStatus.REJECTED;
import static org.brisket.simulator.network.ArcStatus.SEEN_IN_ORPHAN_MEMPOOL;
import static org.brisket.simulator.network.ArcStatus.SEEN_ON_NETWORK;
import static org.brisket.simulator.network.LedgerFixture.txid;

import java.util.List;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.junit.jupiter.api.Test;

/** Double spends, refusals after acceptance and orphans, as the network's own book shows them. */
class RacesTest {
    private final LedgerFixture network = new LedgerFixture();

    @Test
    void contestsBothUntilTheFirstIsMined() {
        ExtendedTransaction ours = network.posted(0);
        ExtendedTransaction rival = network.coin(0, 8_000);

        assertThat(network.inject(rival).isAccepted()).isTrue();

        assertThat(network.state(ours).competing()).containsExactly(txid(rival));
        assertThat(network.state(rival).competing()).containsExactly(txid(ours));
        network.ledger.mineBlock();
        assertThat(network.history(ours))
                .containsExactly(SEEN_ON_NETWORK, DOUBLE_SPEND_ATTEMPTED, MINED);
        assertThat(network.history(rival)).containsExactly(DOUBLE_SPEND_ATTEMPTED, REJECTED);
        assertThat(network.state(rival).extraInfo())
                .isEqualTo("double spend lost to " + txid(ours));
    }

    @Test
    void rejectsTheFirstWithItsDescendantsWhenMinersPreferTheRival() {
        ExtendedTransaction ours = network.posted(0);
        ExtendedTransaction child = network.child(ours, 8_000);
        network.post(child);
        ExtendedTransaction rival = network.coin(0, 7_000);
        network.inject(rival);
        network.ledger.prefer(txid(rival));

        var block = network.ledger.mineBlock();

        assertThat(block.txids().subList(1, block.txids().size())).containsExactly(txid(rival));
        assertThat(network.status(rival)).isEqualTo(MINED);
        assertThat(network.history(ours))
                .containsExactly(SEEN_ON_NETWORK, DOUBLE_SPEND_ATTEMPTED, REJECTED);
        assertThat(network.state(ours).competing()).containsExactly(txid(rival));
        assertThat(network.history(child)).containsExactly(SEEN_ON_NETWORK, REJECTED);
        assertThat(network.ledger.acceptedTxids()).containsExactly(txid(rival));
    }

    @Test
    void refusesARivalOfWhatIsMinedAndOneThatIsInvalid() {
        ExtendedTransaction ours = network.posted(0);
        network.posted(1);
        assertThat(((Verdict.Refused) network.inject(network.coin(1, 10_001))).code())
                .isEqualTo(464);
        network.ledger.mineBlock();
        Verdict.Refused late = (Verdict.Refused) network.inject(network.coin(0, 8_000));
        assertThat(late.code()).isEqualTo(466);
        assertThat(late.competing()).containsExactly(txid(ours));
    }

    @Test
    void refusesOursAtThePostWhenTheRivalCameFirst() {
        ExtendedTransaction rival = network.coin(0, 8_000);
        network.inject(rival);
        Verdict.Refused refused = (Verdict.Refused) network.post(network.coin(0, 9_000));
        assertThat(refused.code()).isEqualTo(466);
        assertThat(refused.competing()).containsExactly(txid(rival));
        assertThat(network.ledger.mempoolTxids()).containsExactly(txid(rival));
    }

    @Test
    void minesWhatItHadRejectedWithAllThatStoodOnIt() {
        ExtendedTransaction parent = network.posted(0);
        ExtendedTransaction child = network.child(parent, 8_000);
        network.post(child);
        network.posted(1);

        assertThat(network.ledger.reject(txid(parent), "frozen")).isTrue();
        network.ledger.mineBlock();
        assertThat(network.status(child)).isEqualTo(REJECTED);
        assertThat(network.ledger.reinstate(txid(parent))).isTrue();
        network.ledger.mineBlock();

        List<ArcStatus> all = List.of(SEEN_ON_NETWORK, REJECTED, SEEN_ON_NETWORK, MINED);
        assertThat(network.history(parent)).isEqualTo(all);
        assertThat(network.history(child)).isEqualTo(all);
    }

    @Test
    void cannotReinstateWhatLostItsCoinMeanwhile() {
        ExtendedTransaction ours = network.posted(0);
        network.ledger.reject(txid(ours), "frozen");
        ExtendedTransaction rival = network.coin(0, 8_000);
        assertThat(network.inject(rival).isAccepted()).isTrue();
        assertThat(network.ledger.reinstate(txid(ours))).isFalse();
        assertThat(network.status(ours)).isEqualTo(REJECTED);
    }

    @Test
    void rejectsAnOrphanWhoseParentsCoinIsGoneAndAdoptsOneWhoseParentComesBack() {
        ExtendedTransaction parent = network.coin(0, 9_000);
        ExtendedTransaction child = network.child(parent, 8_000);
        ExtendedTransaction rivalChild = network.child(parent, 7_000);
        assertThat(network.post(child).isAccepted()).isTrue();
        assertThat(network.post(rivalChild).isAccepted()).isTrue();
        network.post(parent);
        assertThat(network.history(child)).containsExactly(SEEN_IN_ORPHAN_MEMPOOL, SEEN_ON_NETWORK);
        assertThat(network.history(rivalChild)).containsExactly(SEEN_IN_ORPHAN_MEMPOOL, REJECTED);
        assertThat(network.state(rivalChild).competing()).containsExactly(txid(child));

        network.ledger.reject(txid(parent), "frozen");
        ExtendedTransaction late = network.child(child, 6_000);
        network.post(late);
        assertThat(network.status(late)).isEqualTo(SEEN_IN_ORPHAN_MEMPOOL);
        network.ledger.reinstate(txid(parent));
        assertThat(network.status(late)).isEqualTo(SEEN_ON_NETWORK);
    }
}
