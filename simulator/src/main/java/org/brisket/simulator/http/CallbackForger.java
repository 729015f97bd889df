package org.brisket.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.simulator.chain.BlockTree;
import org.brisket.simulator.chain.SeededBytes;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.TransactionState;

/**
 * Callbacks that nobody may believe: mined with a path to a root that no block has, with a path of
 * another transaction, with a path that is none, for a transaction that nobody knows; and refusals
 * that name a competitor which does not exist. Every other one bears a wrong token.
 */
final class CallbackForger {
    private static final int KINDS = 5;

    private final SimulatedChain chain;
    private final SeededBytes bytes = new SeededBytes(0);
    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    /** A body, and whether it comes with the right token. */
    record Forgery(String body, boolean rightToken) {}

    CallbackForger(SimulatedChain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    Forgery forge(Txid txid) {
        long next = number.getAndIncrement();
        return new Forgery(body(txid, next).toString(), next / KINDS % 2 == 0);
    }

    private ObjectNode body(Txid txid, long next) {
        return switch ((int) (next % KINDS)) {
            case 0 -> mined(txid, Hex.encode(pathToNowhere(txid, next).toBytes()));
            case 1 -> mined(txid, Hex.encode(pathToNowhere(stranger(next), next).toBytes()));
            case 2 -> mined(txid, "5ca1ab1e");
            case 3 -> mined(stranger(next), Hex.encode(newestPath().toBytes()));
            default -> rejected(txid, stranger(next));
        };
    }

    private Txid stranger(long next) {
        return Txid.fromInternal(bytes.at("unknown transaction", next));
    }

    /** It parses and is consistent, and its block is the newest one, but holds something else. */
    private MerklePath pathToNowhere(Txid txid, long next) {
        Txid sibling = Txid.fromInternal(bytes.at("sibling", next));
        return new BlockTree(List.of(sibling, txid)).path(chain.tipHeight(), 1);
    }

    private MerklePath newestPath() {
        return chain.deepestReorganisation() == 0
                ? pathToNowhere(stranger(0), 0)
                : chain.proof(chain.tipHeight(), 0);
    }

    private ObjectNode mined(Txid txid, String path) {
        return claim(txid, ArcStatus.MINED, List.of())
                .put("blockHeight", chain.tipHeight())
                .put("blockHash", chain.at(chain.tipHeight()).orElseThrow().hash().toString())
                .put("merklePath", path);
    }

    private ObjectNode rejected(Txid txid, Txid competitor) {
        return claim(txid, ArcStatus.REJECTED, List.of(competitor));
    }

    private ObjectNode claim(Txid txid, ArcStatus status, List<Txid> competing) {
        return ArcJson.status(
                new TransactionState(txid, status, Optional.empty(), competing, ""),
                clock.instant());
    }
}
