package org.brisket.state.codec;

import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.codec.StoredExamples.Example;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.query.CoinCursor;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.LedgerCommandCodec;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.LedgerQueryCodec;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TrackerCommandCodec;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.query.TransactionQueryCodec;
import org.brisket.state.tracking.NetworkObservation;

/** Queries and what carries them, by the name of their golden file. */
final class QueryExamples {
    private static final Transaction SUBJECT = funding(1, 2);
    private static final String LEDGER = "TOPIC:tm_a";
    private static final String GENERATOR =
            "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

    private QueryExamples() {}

    static Map<String, Example<?>> all() throws MalformedException {
        Map<String, Example<?>> all = new LinkedHashMap<>();
        putQueries(all);
        putCommands(all);
        all.putAll(StoreExamples.all());
        all.put(
                "transaction-query",
                new Example<>(
                        new TransactionQueryCodec(),
                        TransactionQuery.about("q", output(SUBJECT, 1))));
        return all;
    }

    private static void putQueries(Map<String, Example<?>> all) throws MalformedException {
        Optional<PublicKey> owner = Optional.of(PublicKey.fromHex(GENERATOR));
        all.put(
                "query-coins",
                query(new LedgerQuery.LiveCoins("q", LEDGER, new CoinCursor(300, 200), 1_000)));
        all.put("query-balance", query(new LedgerQuery.Balance("q", LEDGER, "tea", owner)));
        all.put(
                "query-balance-of-all",
                query(new LedgerQuery.Balance("q", LEDGER, "tea", Optional.empty())));
        all.put("query-coin", query(new LedgerQuery.OneCoin("q", LEDGER, output(SUBJECT, 1))));
        all.put(
                "query-transaction",
                query(new LedgerQuery.OneTransaction("q", LEDGER, SUBJECT.txid())));
    }

    private static Example<LedgerQuery> query(LedgerQuery query) {
        return new Example<>(new LedgerQueryCodec(), query);
    }

    private static void putCommands(Map<String, Example<?>> all) {
        LedgerOrder order =
                new LedgerOrder(LEDGER, LedgerOrder.Kind.COMMIT, SUBJECT.txid(), "s", 300);
        LedgerQuery query = new LedgerQuery.OneTransaction("q", LEDGER, SUBJECT.txid());
        all.put("command-order", command(new LedgerCommand.Order(order)));
        all.put("command-question", command(new LedgerCommand.Question(query)));
        Decision undone = new Decision.Rollback(SUBJECT.txid(), SUBJECT.txid());
        all.put("tracker-decided", command(new TrackerCommand.Decided(undone)));
        all.put(
                "tracker-heard",
                command(
                        new TrackerCommand.Heard(
                                new NetworkObservation.Mined(
                                        SUBJECT.txid(), 800_000, Optional.empty()))));
        all.put(
                "tracker-question",
                command(
                        new TrackerCommand.Question(
                                TransactionQuery.about("q", output(SUBJECT, 1)))));
    }

    private static Example<LedgerCommand> command(LedgerCommand command) {
        return new Example<>(new LedgerCommandCodec(), command);
    }

    private static Example<TrackerCommand> command(TrackerCommand command) {
        return new Example<>(new TrackerCommandCodec(), command);
    }
}
