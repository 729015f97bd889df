package org.brisket.connectors.arc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.brisket.connectors.http.StubService;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.connectors.http.StubService.Request;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;

/**
 * An ARC endpoint in this process. Its batch answers come in reverse order, and a post with a
 * poisoned transaction fails as a whole, as real ones do.
 */
final class StubArc implements AutoCloseable {
    private final StubService service;
    private final List<List<Txid>> posts = new CopyOnWriteArrayList<>();
    private final Set<Txid> poison = ConcurrentHashMap.newKeySet();
    private final Set<Txid> hanging = ConcurrentHashMap.newKeySet();
    private volatile Function<Txid, String> answers = txid -> status(txid, "SEEN_ON_NETWORK");
    private volatile Reply instead;

    StubArc() throws IOException {
        service = new StubService(this::answer);
    }

    static String status(Txid txid, String status) {
        return """
                {"timestamp":"2026-01-01T00:00:00Z","txid":"%s","txStatus":"%s","blockHash":"",
                 "blockHeight":0,"merklePath":null,"extraInfo":"","competingTxs":null,
                 "status":200,"title":"OK"}"""
                .formatted(txid, status);
    }

    static String error(Txid txid, int code, String detail) {
        return """
                {"type":"https://arc","title":"Error","status":%d,"detail":"%s","instance":null,
                 "txid":"%s","extraInfo":""}"""
                .formatted(code, detail, txid);
    }

    void answer(Function<Txid, String> other) {
        answers = other;
    }

    /** Answers every request with this, until it is null. */
    void insteadAnswer(Reply reply) {
        instead = reply;
    }

    void poison(Txid txid) {
        poison.add(txid);
    }

    /** A post that holds this transaction is never answered. */
    void hangOn(Txid txid) {
        hanging.add(txid);
    }

    /** What it says about a transaction alone. */
    String answerTo(Txid txid) {
        return answers.apply(txid);
    }

    String url() {
        return service.url();
    }

    EndpointSettings settings(String name) {
        return new EndpointSettings(name, url(), "hunter2");
    }

    List<List<Txid>> posts() {
        return List.copyOf(posts);
    }

    List<Request> requests() {
        return service.requests();
    }

    private Reply answer(Request request) {
        List<Txid> txids = read(request.body());
        posts.add(txids);
        if (instead != null) {
            return instead;
        }
        if (!Collections.disjoint(hanging, txids)) {
            return Reply.NEVER;
        }
        if (!Collections.disjoint(poison, txids)) {
            return new Reply(500, "{\"status\":500,\"title\":\"Internal Server Error\"}");
        }
        if (request.path().equals("/v1/tx")) {
            String answer = answers.apply(txids.get(0));
            return new Reply(answer.contains("\"txStatus\"") ? 200 : 465, answer);
        }
        List<String> elements = new ArrayList<>(txids.stream().map(answers).toList());
        Collections.reverse(elements);
        elements.removeIf(String::isEmpty);
        return Reply.ok("[" + String.join(",", elements) + "]");
    }

    private static List<Txid> read(byte[] body) {
        List<Txid> txids = new ArrayList<>();
        ByteReader reader = new ByteReader(body);
        try {
            while (reader.remaining() > 0) {
                txids.add(ExtendedTransaction.read(reader).transaction().txid());
            }
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
        return txids;
    }

    @Override
    public void close() {
        service.close();
    }
}
