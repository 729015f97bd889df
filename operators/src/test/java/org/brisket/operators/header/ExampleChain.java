package org.brisket.operators.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderMine;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.header.HeaderRules;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.HeaderKeeper;
import org.brisket.state.header.HeaderKeeperSettings;

/** A chain that a keeper trusts from its first header on. */
public final class ExampleChain {
    public static final BlockHeader ANCHOR = HeaderMine.genesis();
    public static final long HEIGHT = 2_000_000;
    public static final long NOW_MILLIS = (HeaderMine.START + 10_000_000) * 1000;

    private ExampleChain() {}

    public static HeaderKeeper keeper() {
        return new HeaderKeeper(
                new HeaderKeeperSettings(
                        HeaderRules.REGRESSION_TEST, HEIGHT, ANCHOR.hash(), 147, 1));
    }

    public static HeaderReport report(List<BlockHeader> headers, long tip) {
        return new HeaderReport("tracker", headers, OptionalLong.of(tip));
    }

    /** A chain in step whose tip is so far above the one block whose root is told. */
    public static ChainUpdate update(long height, MerkleRoot root, int above) {
        List<MerkleRoot> roots = new ArrayList<>(List.of(root));
        while (roots.size() <= above) {
            roots.add(new MerkleRoot(roots.size(), 0, 0, 0));
        }
        return new ChainUpdate(
                height,
                roots,
                new ChainView(height, height + above, 1_700_000_000, true),
                Optional.empty());
    }

    /** The same with another root, which a reorganisation put there. */
    public static ChainUpdate reorganised(long height, MerkleRoot root, int above) {
        ChainUpdate update = update(height, root, above);
        return new ChainUpdate(height, update.roots(), update.view(), Optional.of(height));
    }
}
