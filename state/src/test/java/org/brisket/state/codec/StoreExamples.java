package org.brisket.state.codec;

import static org.brisket.state.ExampleTransactions.funding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.codec.StoredExamples.Example;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoreCommandCodec;
import org.brisket.state.query.StoredQuery;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.store.RawTransaction;
import org.brisket.state.store.RawTransactionCodec;
import org.brisket.state.store.Standing;
import org.brisket.state.store.StandingCodec;

/** What the transaction store holds and hears, by the name of its golden file. */
final class StoreExamples {
    static final BlockProof PROOF = proof(800_000);

    private static final Transaction SUBJECT = funding(1, 2);

    private StoreExamples() {}

    static Map<String, Example<?>> all() {
        Map<String, Example<?>> all = new LinkedHashMap<>();
        RawTransaction raw = new RawTransaction(ByteSlice.of(SUBJECT.bytes().toByteArray()));
        all.put("raw-transaction", new Example<>(new RawTransactionCodec(), raw));
        all.put("standing-new", standing(new Standing(true, false, List.of())));
        all.put(
                "standing-proven-twice",
                standing(new Standing(true, true, List.of(PROOF, proof(799_999)))));
        all.put("store-bring", command(bring(raw, Optional.empty())));
        all.put("store-bring-proven", command(bring(raw, Optional.of(PROOF))));
        all.put("store-prove", command(new StoreCommand.Prove(SUBJECT.txid(), PROOF)));
        OutboundRecord admission =
                new OutboundRecord("admissions", new byte[] {1}, new byte[] {2}, List.of());
        all.put("store-publish", command(new StoreCommand.Publish(SUBJECT.txid(), admission)));
        all.put(
                "store-question",
                command(new StoreCommand.Question(new StoredQuery("q", SUBJECT.txid()))));
        return all;
    }

    private static StoreCommand bring(RawTransaction raw, Optional<BlockProof> proof) {
        return new StoreCommand.Bring(new BroughtTransaction(SUBJECT.txid(), raw, proof));
    }

    private static Example<Standing> standing(Standing standing) {
        return new Example<>(new StandingCodec(), standing);
    }

    private static Example<StoreCommand> command(StoreCommand command) {
        return new Example<>(new StoreCommandCodec(), command);
    }

    /** A block of two, whose other transaction is a made-up hash. */
    private static BlockProof proof(int height) {
        String path =
                "fe%08x01020000%s0102%s"
                        .formatted(Integer.reverseBytes(height), "11".repeat(32), "22".repeat(32));
        try {
            return new BlockProof(
                    new RootQuery(height, new MerkleRoot(1, -2, 3, height)),
                    MerklePath.parse(Hex.decode(path)));
        } catch (MalformedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
