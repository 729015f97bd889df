package org.brisket.state.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderMine;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.codec.StoredExamples.Example;
import org.brisket.state.header.ChainNews;
import org.brisket.state.header.ChainNewsCodec;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainUpdateCodec;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.ChainViewCodec;
import org.brisket.state.header.HeaderReportCodec;
import org.brisket.state.header.MerkleRootCodec;
import org.brisket.state.header.NewsTask;
import org.brisket.state.header.NewsTaskCodec;
import org.brisket.state.header.ProofTask;
import org.brisket.state.header.ProofTaskCodec;
import org.brisket.state.header.StoredChain;
import org.brisket.state.header.StoredChainCodec;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.tracking.NetworkNews;

/** Examples of what is stored of the header chain and sent about it. */
final class HeaderExamples {
    private static final MerkleRoot ROOT = new MerkleRoot(1, -2, 3, Long.MIN_VALUE);
    private static final RootQuery QUERY = new RootQuery(800_000, ROOT);
    private static final ChainView VIEW = new ChainView(1, 900_000, 1_700_000_000L, true);
    private static final BlockHeader GENESIS = HeaderMine.genesis();

    private final Map<String, Example<?>> examples = new LinkedHashMap<>();

    private HeaderExamples() {}

    static Map<String, Example<?>> all(DecodedSubmission submission) {
        HeaderExamples all = new HeaderExamples();
        all.addChain();
        all.addTasks(submission);
        return all.examples;
    }

    private <T> void add(String name, Codec<T> codec, T value) {
        examples.put(name, new Example<>(codec, value));
    }

    private void addChain() {
        add("merkle-root", new MerkleRootCodec(), ROOT);
        add("chain-view", new ChainViewCodec(), VIEW);
        ChainUpdateCodec updates = new ChainUpdateCodec();
        List<MerkleRoot> roots = List.of(ROOT, new MerkleRoot(5, 6, 7, 8));
        add(
                "chain-reorganised",
                updates,
                new ChainUpdate(899_999, roots, VIEW, Optional.of(899_999L)));
        add("chain-same", updates, new ChainUpdate(900_001, List.of(), VIEW, Optional.empty()));
        ChainNewsCodec news = new ChainNewsCodec();
        add("tip-reorganised", news, new ChainNews(900_000, Optional.of(899_999L), List.of()));
        add("tip-new", news, new ChainNews(900_000, Optional.empty(), List.of()));
        add("tip-with-roots", news, new ChainNews(900_000, Optional.empty(), List.of(ROOT, ROOT)));
        List<BlockHeader> chain = List.of(GENESIS, HeaderMine.on(GENESIS, 1));
        add("chain", new StoredChainCodec(), new StoredChain(0, chain, List.of(GENESIS)));
        HeaderReportCodec reports = new HeaderReportCodec();
        add("headers-of-tracker", reports, new HeaderReport("a", chain, OptionalLong.of(7)));
        add("headers-of-nobody", reports, new HeaderReport("", chain, OptionalLong.empty()));
    }

    private void addTasks(DecodedSubmission submission) {
        ProofTaskCodec proofs = new ProofTaskCodec();
        add(
                "check-open",
                proofs,
                new ProofTask.Check(
                        submission, Optional.empty(), List.of(QUERY), Optional.empty()));
        Rejection rejection = new Rejection(RejectionReason.INVALID_MERKLE_ROOT, "größer");
        add(
                "check-refused",
                proofs,
                new ProofTask.Check(
                        submission,
                        Optional.of(new ChainTip(900_000, 1_700_000_000L)),
                        List.of(),
                        Optional.of(rejection)));
        add("check-forget", proofs, new ProofTask.Forget(800_000));
        NewsTaskCodec news = new NewsTaskCodec();
        NetworkNews mined = new NetworkNews(new Txid(1, 2, 3, 4), false, Optional.of(QUERY));
        add("ask-news", news, new NewsTask.Ask(mined));
        add("forget-news", news, new NewsTask.Forget(800_000));
    }
}
