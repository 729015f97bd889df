package org.brisket.protocol.overlay.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.OWNER;
import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.token.FungibleToken;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;

class BtmsBasketManagerTest {
    private static final Outpoint GOLD = new Outpoint(new Txid(7, 7, 7, 7), 0);
    private static final Outpoint SALT = new Outpoint(new Txid(8, 8, 8, 8), 3);

    private final BtmsBasketManager manager = new BtmsBasketManager();

    private static BasketLedger ledger(Outpoint asset) {
        return new BasketLedger("btms", "p btms", asset.toString());
    }

    private BasketAnswer ask(SampleTransaction sample, Outpoint asset, Integer... live) {
        return manager.apply(new BasketTransaction(sample.build(), ledger(asset), List.of(live)));
    }

    private BasketInstructions accepted(SampleTransaction sample, Outpoint asset, Integer... live) {
        return ask(sample, asset, live)
                .fold(
                        instructions -> instructions,
                        rejection -> {
                            throw new AssertionError(rejection);
                        });
    }

    private RejectionReason refused(SampleTransaction sample, Outpoint asset, Integer... live) {
        return ask(sample, asset, live)
                .fold(
                        instructions -> {
                            throw new AssertionError(instructions);
                        },
                        Rejection::reason);
    }

    private static BasketCoin coin(int output, Outpoint asset, long amount) {
        return BasketCoin.of(output, asset.toString(), amount, OWNER.identityKey());
    }

    @Test
    void namesOneLedgerPerAssetOfOutputsAndSources() {
        ExtendedTransaction transaction =
                new SampleTransaction()
                        .foreign(SALT, issue(9))
                        .foreign(transfer(GOLD, 5))
                        .unknown()
                        .output(transfer(GOLD, 5))
                        .output(issue(3))
                        .build();

        assertThat(manager.ledgers(transaction))
                .containsExactlyInAnyOrder(
                        ledger(GOLD),
                        ledger(SALT),
                        ledger(new Outpoint(transaction.transaction().txid(), 1)));
        assertThat(manager.ledgers(new SampleTransaction().build())).isEmpty();
    }

    @Test
    void issuesTheOnlyCoinOfALedger() {
        SampleTransaction sample = new SampleTransaction().output(issue(100)).output(issue(7));
        Outpoint first = new Outpoint(sample.build().transaction().txid(), 0);

        assertThat(accepted(sample, first))
                .isEqualTo(BasketInstructions.moving(List.of(coin(0, first, 100)), List.of()));
    }

    @Test
    void transfersWhatLiveCoinsHold() {
        SampleTransaction sample =
                new SampleTransaction()
                        .coin(GOLD, issue(60))
                        .coin(transfer(GOLD, 40))
                        .output(transfer(GOLD, 99))
                        .output(transfer(GOLD, 1));

        assertThat(accepted(sample, GOLD, 0, 1))
                .isEqualTo(
                        BasketInstructions.moving(
                                List.of(coin(0, GOLD, 99), coin(1, GOLD, 1)), List.of(0, 1)));
    }

    @Test
    void refusesMoreThanLiveCoinsHold() {
        SampleTransaction sample =
                new SampleTransaction()
                        .coin(transfer(GOLD, 60))
                        .foreign(transfer(GOLD, 40))
                        .output(transfer(GOLD, 99))
                        .output(transfer(GOLD, 1));

        assertThat(refused(sample, GOLD, 0)).isEqualTo(RejectionReason.AMOUNT_NOT_CONSERVED);
        assertThat(refused(sample, GOLD)).isEqualTo(RejectionReason.AMOUNT_NOT_CONSERVED);
        assertThat(accepted(sample, GOLD, 0, 1).admitted()).hasSize(2);
    }

    @Test
    void burnsInPartOrAll() {
        SampleTransaction part =
                new SampleTransaction().coin(transfer(GOLD, 60)).output(transfer(GOLD, 59));
        SampleTransaction all = new SampleTransaction().coin(transfer(GOLD, 60));

        assertThat(accepted(part, GOLD, 0))
                .isEqualTo(BasketInstructions.moving(List.of(coin(0, GOLD, 59)), List.of(0)));
        assertThat(accepted(all, GOLD, 0)).isEqualTo(BasketInstructions.consuming(List.of(0)));
        assertThat(accepted(all, GOLD).isEmpty()).as("no live coin").isTrue();
    }

    @Test
    void looksAtOneAssetOnly() {
        SampleTransaction sample =
                new SampleTransaction()
                        .coin(transfer(GOLD, 5))
                        .coin(transfer(SALT, 5))
                        .output(transfer(GOLD, 6))
                        .output(transfer(SALT, 5));

        assertThat(refused(sample, GOLD, 0)).isEqualTo(RejectionReason.AMOUNT_NOT_CONSERVED);
        assertThat(accepted(sample, SALT, 1).moved()).containsExactly(1);
        assertThat(refused(sample, SALT, 0, 1))
                .as("a coin of another ledger")
                .isEqualTo(RejectionReason.REFUSED_BY_MANAGER);
    }

    @Test
    void keepsTheMetadata() {
        SampleTransaction same =
                new SampleTransaction().coin(transfer(GOLD, 5, "a")).output(transfer(GOLD, 5, "a"));
        SampleTransaction other =
                new SampleTransaction().coin(transfer(GOLD, 5, "a")).output(transfer(GOLD, 5, "b"));
        SampleTransaction none =
                new SampleTransaction().coin(transfer(GOLD, 5, "a")).output(transfer(GOLD, 5));

        assertThat(accepted(same, GOLD, 0).admitted()).hasSize(1);
        assertThat(refused(other, GOLD, 0)).isEqualTo(RejectionReason.REFUSED_BY_MANAGER);
        assertThat(refused(none, GOLD, 0)).isEqualTo(RejectionReason.REFUSED_BY_MANAGER);
    }

    @Test
    void neverWrapsAround() {
        SampleTransaction out = new SampleTransaction().coin(transfer(GOLD, 1));
        SampleTransaction in = new SampleTransaction().output(transfer(GOLD, 1));
        Integer[] live = new Integer[2_049];
        for (int i = 0; i < live.length; i++) {
            out.output(transfer(GOLD, FungibleToken.LARGEST_AMOUNT));
            in.coin(transfer(GOLD, FungibleToken.LARGEST_AMOUNT));
            live[i] = i;
        }

        assertThat(refused(out, GOLD, 0)).isEqualTo(RejectionReason.AMOUNT_NOT_CONSERVED);
        assertThat(refused(in, GOLD, live)).isEqualTo(RejectionReason.AMOUNT_NOT_CONSERVED);
    }
}
