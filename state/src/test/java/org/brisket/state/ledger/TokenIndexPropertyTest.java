package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ledger.ExampleContent.ALICE;
import static org.brisket.state.ledger.ExampleContent.BOB;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Outpoint;

/** Whatever happens to coins, the index is what a count of the live ones gives. */
class TokenIndexPropertyTest {
    private static final List<PublicKey> OWNERS = List.of(ALICE, BOB);
    private static final List<String> ASSETS = List.of("tea", "salt");
    private static final Txid SPENDER = new Txid(9, 9, 9, 9);

    /** What a step may do to a coin; what is impossible for it is left out. */
    enum Act {
        ADMIT,
        SPEND,
        RESTORE,
        CONFIRM,
        REMOVE
    }

    record Step(Act act, int coin, CoinContent content) {
        Outpoint outpoint() {
            return new Outpoint(new Txid(1, 2, 3, coin), coin);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<CoinContent> contents =
                Combinators.combine(
                                Arbitraries.of(ASSETS),
                                Arbitraries.longs().between(1, Long.MAX_VALUE),
                                Arbitraries.of(OWNERS))
                        .as(ExampleContent::content);
        return Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.integers().between(0, 7), contents)
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 500)
    void isWhatARecountGives(@ForAll("steps") List<Step> steps) {
        Basket basket = new Basket();
        for (Step step : steps) {
            basket.take(step);
            basket.checkBalances();
            basket.checkCoins();
        }
    }

    /** The coins as they should be beside those under test. */
    private static final class Basket {
        private final InMemoryLedgerStore store = new InMemoryLedgerStore();
        private final LiveCoins coins = new LiveCoins("BASKET:shop/green tea", store);
        private final Map<Outpoint, CoinContent> live = new TreeMap<>();
        private final Map<Outpoint, CoinContent> spent = new TreeMap<>();

        private void take(Step step) {
            Outpoint outpoint = step.outpoint();
            switch (step.act()) {
                case ADMIT -> admit(outpoint, step.content());
                case SPEND -> {
                    if (live.containsKey(outpoint)) {
                        spent.put(outpoint, live.remove(outpoint));
                        coins.spend(outpoint, SPENDER);
                    }
                }
                case RESTORE -> {
                    if (spent.containsKey(outpoint)) {
                        live.put(outpoint, spent.remove(outpoint));
                    }
                    coins.restore(outpoint, SPENDER);
                }
                case CONFIRM -> coins.confirm(outpoint);
                case REMOVE -> {
                    live.remove(outpoint);
                    spent.remove(outpoint);
                    coins.remove(outpoint);
                }
            }
        }

        private void admit(Outpoint outpoint, CoinContent content) {
            if (!live.containsKey(outpoint) && !spent.containsKey(outpoint)) {
                live.put(outpoint, content);
                coins.admit(outpoint, true, Optional.of(content));
            }
        }

        private void checkBalances() {
            Map<TokenAccount, TokenBalance> counted = new HashMap<>();
            for (CoinContent content : live.values()) {
                TokenBalance one = new TokenBalance(BigInteger.valueOf(content.amount()), 1);
                counted.merge(new TokenAccount(content.asset(), content.owner()), one, this::sum);
                counted.merge(TokenAccount.ofAll(content.asset()), one, this::sum);
            }
            assertThat(store.tokens().balances).isEqualTo(counted);
        }

        private TokenBalance sum(TokenBalance one, TokenBalance other) {
            return new TokenBalance(one.amount().add(other.amount()), one.coins() + other.coins());
        }

        private void checkCoins() {
            TokenIndex index = new TokenIndex(store);
            Map<Outpoint, CoinContent> listed = new TreeMap<>();
            for (String asset : ASSETS) {
                for (PublicKey owner : OWNERS) {
                    index.coins(asset, owner, 0, 100)
                            .forEach(token -> listed.put(token.outpoint(), token.content()));
                }
            }
            assertThat(listed).isEqualTo(live);
            assertThat(store.tokens().slots).hasSameSizeAs(live);
            store.tokens()
                    .slots
                    .forEach(
                            (slot, outpoint) ->
                                    assertThat(store.coin(outpoint).orElseThrow().slot())
                                            .isEqualTo(slot.number()));
        }
    }
}
