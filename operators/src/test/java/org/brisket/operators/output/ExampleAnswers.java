package org.brisket.operators.output;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Claim;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LiveDigest;
import org.brisket.state.ledger.TokenBalance;
import org.brisket.state.query.CoinCursor;
import org.brisket.state.query.CoinLife;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.ListedCoin;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.store.RawTransaction;
import org.brisket.state.tracking.TrackedTransaction;

/** Answers about the live state, by the name of their golden file. */
final class ExampleAnswers {
    private static final Txid TXID = ExampleOutput.TXID;
    private static final Txid OTHER = new Txid(9, 8, 7, 6);
    private static final Outpoint COIN = new Outpoint(TXID, 1);
    private static final String TOPIC = "TOPIC:tm_a";
    private static final String BASKET = "BASKET:inventory/stock:tea";
    private static final LedgerPosition POSITION =
            new LedgerPosition(300, new LiveDigest(1, -2, 3, 4));
    private static final PublicKey OWNER = owner();
    private static final CoinContent CONTENT =
            new CoinContent(
                    "tea", Long.MAX_VALUE, OWNER.bytes(), new TreeMap<>(Map.of("state", "new")));

    private ExampleAnswers() {}

    private static PublicKey owner() {
        try {
            return PublicKey.fromHex(
                    "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        } catch (MalformedException e) {
            throw new IllegalStateException("the generator of the curve", e);
        }
    }

    static void putAll(Map<String, OutboundRecord> all, TrackedTransaction tracked) {
        put(all, "refused", new StateAnswer.Refused("q", "query is \"x\", must be coins"));
        put(all, "coins", coins(Optional.of(new CoinCursor(301, 2))));
        put(all, "coins-last", coins(Optional.empty()));
        put(all, "balance", balance(Optional.of(OWNER)));
        put(all, "balance-of-all", balance(Optional.empty()));
        put(all, "tracked", new StateAnswer.OfTracker("q", TXID, none(), Optional.of(tracked)));
        put(all, "untracked", new StateAnswer.OfTracker("q", TXID, none(), Optional.empty()));
        put(
                all,
                "outpoint-tracked",
                new StateAnswer.OfTracker("q", TXID, Optional.of(COIN), Optional.of(tracked)));
        putBallots(all);
        putLives(all);
        putApplications(all);
    }

    static void putStored(Map<String, OutboundRecord> all, BroughtTransaction mined) {
        Optional<RawTransaction> raw = Optional.of(mined.raw());
        put(all, "stored", new StateAnswer.OfStore("q", mined.txid(), raw, Optional.empty()));
        put(all, "stored-proven", new StateAnswer.OfStore("q", mined.txid(), raw, mined.proof()));
        put(
                all,
                "not-stored",
                new StateAnswer.OfStore("q", TXID, Optional.empty(), Optional.empty()));
    }

    private static Optional<Outpoint> none() {
        return Optional.empty();
    }

    private static void putBallots(Map<String, OutboundRecord> all) {
        Ballot ballot =
                new Ballot(
                        ExampleTickets.together(TXID, 7, 3),
                        List.of(ExampleVerdicts.no("b"), ExampleVerdicts.spending("a")),
                        List.of(),
                        new byte[0],
                        Optional.empty(),
                        Optional.of(OTHER),
                        List.of(BASKET, "TOPIC:tm_a", "TOPIC:tm_b"));
        put(all, "undecided", new StateAnswer.OfCoordinator("q", TXID, 101, List.of(ballot)));
        put(all, "decided", new StateAnswer.OfCoordinator("q", TXID, 0, List.of()));
    }

    private static void putLives(Map<String, OutboundRecord> all) {
        for (CoinLife.Stage stage : CoinLife.Stage.values()) {
            boolean spent = stage.compareTo(CoinLife.Stage.SPENT) >= 0;
            boolean there = stage.compareTo(CoinLife.Stage.PENDING) >= 0;
            CoinLife life =
                    new CoinLife(
                            stage,
                            spent ? Optional.of(OTHER) : Optional.empty(),
                            there ? 7 : 0,
                            stage == CoinLife.Stage.LIVE ? Optional.of(CONTENT) : Optional.empty());
            put(
                    all,
                    "outpoint-" + stage.text(),
                    new StateAnswer.OneCoin("q", TOPIC, POSITION, COIN, life));
        }
    }

    private static void putApplications(Map<String, OutboundRecord> all) {
        put(
                all,
                "transaction-unknown",
                new StateAnswer.OneTransaction("q", TOPIC, POSITION, TXID, Optional.empty()));
        for (Application.Status status : Application.Status.values()) {
            Application held =
                    new Application(
                            status,
                            List.of(new Claim("a", TXID), new Claim("b", TXID)),
                            Optional.empty(),
                            new Instructions(List.of(0, 2), List.of(1), List.of(0)),
                            List.of(),
                            new LedgerPosition(7, LiveDigest.EMPTY));
            put(
                    all,
                    "transaction-" + status.name().toLowerCase(java.util.Locale.ROOT),
                    new StateAnswer.OneTransaction("q", TOPIC, POSITION, TXID, Optional.of(held)));
        }
    }

    private static StateAnswer coins(Optional<CoinCursor> next) {
        return new StateAnswer.LiveCoins(
                "q",
                BASKET,
                POSITION,
                List.of(
                        new ListedCoin(COIN, 7, false, Optional.empty()),
                        new ListedCoin(new Outpoint(OTHER, 0), 8, true, Optional.of(CONTENT))),
                next);
    }

    private static StateAnswer balance(Optional<PublicKey> owner) {
        return new StateAnswer.Balance(
                new LedgerQuery.Balance("q", BASKET, "tea", owner),
                POSITION,
                new TokenBalance(BigInteger.TWO.pow(70), 2));
    }

    private static void put(Map<String, OutboundRecord> all, String name, StateAnswer answer) {
        all.put("answer-" + name, ExampleOutput.RECORDS.answer(answer));
    }
}
