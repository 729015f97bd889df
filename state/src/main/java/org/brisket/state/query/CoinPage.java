package org.brisket.state.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerStore;

/**
 * Collects a page of the live coins of a ledger. It looks at no more than so many changes and
 * outputs together, however few of them are live coins: a page may be short, or empty, and yet not
 * the last one.
 */
final class CoinPage {
    /** The most coins in one page, and the most changes and outputs that are looked at for it. */
    static final int LONGEST = 1_000;

    private final LedgerStore store;
    private final int limit;
    private final List<ListedCoin> coins = new ArrayList<>();
    private int looks;

    private CoinPage(LedgerStore store, int limit) {
        this.store = store;
        this.limit = Math.min(limit, LONGEST);
    }

    static StateAnswer.LiveCoins of(LedgerQuery.LiveCoins query, LedgerStore store) {
        LedgerPosition position = store.position();
        CoinPage page = new CoinPage(store, query.limit());
        Optional<CoinCursor> next = page.collect(query.from(), position.sequence());
        return new StateAnswer.LiveCoins(query.id(), query.ledger(), position, page.coins, next);
    }

    /** Where the next page begins, if it does. */
    private Optional<CoinCursor> collect(CoinCursor from, long last) {
        CoinCursor cursor = from;
        while (cursor.sequence() <= last) {
            if (isFull()) {
                return Optional.of(cursor);
            }
            looks++;
            Optional<CoinCursor> rest = collectChange(cursor);
            if (rest.isPresent()) {
                return rest;
            }
            cursor = CoinCursor.atChange(cursor.sequence() + 1);
        }
        return Optional.empty();
    }

    private boolean isFull() {
        return coins.size() >= limit || looks >= LONGEST;
    }

    /** What is left of this change if the page is full before. */
    private Optional<CoinCursor> collectChange(CoinCursor cursor) {
        Optional<Txid> txid = store.applied().get(cursor.sequence());
        List<Integer> outputs =
                txid.flatMap(store::application)
                        .map(Application::instructions)
                        .map(instructions -> instructions.outputsToAdmit())
                        .orElse(List.of());
        for (int output : outputs) {
            if (output < cursor.output()) {
                continue;
            }
            if (isFull()) {
                return Optional.of(new CoinCursor(cursor.sequence(), output));
            }
            looks++;
            collectCoin(new Outpoint(txid.orElseThrow(), output), cursor.sequence());
        }
        return Optional.empty();
    }

    private void collectCoin(Outpoint outpoint, long sequence) {
        Optional<Coin> coin = store.coin(outpoint).filter(found -> found.spender().isEmpty());
        coin.map(live -> new ListedCoin(outpoint, sequence, live.pending(), live.content()))
                .ifPresent(coins::add);
    }
}
