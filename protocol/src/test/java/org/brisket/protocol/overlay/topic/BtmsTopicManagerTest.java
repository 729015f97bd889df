package org.brisket.protocol.overlay.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.token.FungibleToken;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Outpoint;
import org.junit.jupiter.api.Test;

class BtmsTopicManagerTest {
    private static final Outpoint GOLD = new Outpoint(new Txid(7, 7, 7, 7), 0);
    private static final Outpoint SALT = new Outpoint(new Txid(8, 8, 8, 8), 3);

    private static AdmittanceInstructions ask(SampleTransaction sample) {
        return new BtmsTopicManager().identifyAdmissibleOutputs(sample.forTopic());
    }

    @Test
    void admitsEveryIssueWhateverItSpends() {
        AdmittanceInstructions answer =
                ask(
                        new SampleTransaction()
                                .output(issue(100, "{\"name\":\"Gold\"}"))
                                .output(new byte[] {0x51})
                                .output(issue(FungibleToken.LARGEST_AMOUNT)));

        assertThat(answer.outputsToAdmit()).containsExactly(0, 2);
        assertThat(answer.coinsToRetain()).isEmpty();
    }

    @Test
    void admitsATransferUpToWhatIsSpentAndRetainsItsCoins() {
        AdmittanceInstructions answer =
                ask(
                        new SampleTransaction()
                                .coin(transfer(GOLD, 60))
                                .coin(transfer(GOLD, 40))
                                .output(transfer(GOLD, 70))
                                .output(transfer(GOLD, 30)));

        assertThat(answer.outputsToAdmit()).containsExactly(0, 1);
        assertThat(answer.coinsToRetain()).containsExactly(0, 1);
    }

    @Test
    void knowsAnIssuedCoinByItsOwnOutpoint() {
        SampleTransaction spending =
                new SampleTransaction().coin(GOLD, issue(100)).output(transfer(GOLD, 100));
        SampleTransaction other =
                new SampleTransaction().coin(SALT, issue(100)).output(transfer(GOLD, 100));

        assertThat(ask(spending).outputsToAdmit()).containsExactly(0);
        assertThat(ask(other).outputsToAdmit()).isEmpty();
    }

    @Test
    void countsRefusedOutputsToo() {
        AdmittanceInstructions answer =
                ask(
                        new SampleTransaction()
                                .coin(transfer(GOLD, 100))
                                .output(transfer(GOLD, 60))
                                .output(transfer(GOLD, 60))
                                .output(transfer(GOLD, 10)));

        assertThat(answer.outputsToAdmit()).containsExactly(0);
    }

    @Test
    void refusesWhatNoPreviousCoinBacks() {
        SampleTransaction foreign =
                new SampleTransaction().foreign(transfer(GOLD, 100)).output(transfer(GOLD, 1));
        SampleTransaction unknown = new SampleTransaction().unknown().output(transfer(GOLD, 1));

        assertThat(ask(foreign)).isEqualTo(AdmittanceInstructions.NOTHING);
        assertThat(ask(unknown)).isEqualTo(AdmittanceInstructions.NOTHING);
    }

    @Test
    void keepsAssetsApart() {
        AdmittanceInstructions answer =
                ask(
                        new SampleTransaction()
                                .coin(transfer(GOLD, 5))
                                .coin(transfer(SALT, 900))
                                .output(transfer(GOLD, 6))
                                .output(transfer(SALT, 900)));

        assertThat(answer.outputsToAdmit()).containsExactly(1);
        assertThat(answer.coinsToRetain()).containsExactly(1);
    }

    @Test
    void burnsWhatNoOutputCarriesOn() {
        AdmittanceInstructions answer =
                ask(new SampleTransaction().coin(transfer(GOLD, 5)).output(new byte[] {0x51}));

        assertThat(answer).isEqualTo(AdmittanceInstructions.NOTHING);
        assertThat(
                        ask(new SampleTransaction()
                                        .coin(transfer(GOLD, 5))
                                        .output(transfer(GOLD, 2)))
                                .coinsToRetain())
                .containsExactly(0);
    }

    @Test
    void wantsTheMetadataOfTheFirstCoin() {
        AdmittanceInstructions answer =
                ask(
                        new SampleTransaction()
                                .coin(transfer(GOLD, 5, "a"))
                                .coin(transfer(GOLD, 5, "b"))
                                .output(transfer(GOLD, 1, "a"))
                                .output(transfer(GOLD, 1, "b"))
                                .output(transfer(GOLD, 1))
                                .output(transfer(GOLD, 1, "a")));

        assertThat(answer.outputsToAdmit()).containsExactly(0, 3);
        assertThat(answer.coinsToRetain()).containsExactly(0, 1);
    }

    @Test
    void neverWrapsAround() {
        SampleTransaction sample = new SampleTransaction().coin(transfer(GOLD, 1));
        // 2^53 - 1 taken 2,049 times is more than a long holds.
        for (int i = 0; i < 2_049; i++) {
            sample.output(transfer(GOLD, FungibleToken.LARGEST_AMOUNT));
        }
        assertThat(ask(sample).outputsToAdmit()).isEmpty();

        SampleTransaction spent = new SampleTransaction().output(transfer(GOLD, 1));
        for (int i = 0; i < 2_049; i++) {
            spent.coin(transfer(GOLD, FungibleToken.LARGEST_AMOUNT));
        }
        assertThat(ask(spent).outputsToAdmit()).isEmpty();
    }

    @Test
    void refusesTokensThatNobodyCanSpend() {
        byte[] noPoint = new byte[33];
        noPoint[0] = 2;
        noPoint[32] = 5;
        byte[] script =
                PushDrop.lock(
                        ByteSlice.of(noPoint), List.of(Utf8.encode("ISSUE"), Utf8.encode("1")));

        assertThat(FungibleToken.decode(ByteSlice.of(script))).isPresent();
        assertThat(ask(new SampleTransaction().output(script)).outputsToAdmit()).isEmpty();
    }
}
