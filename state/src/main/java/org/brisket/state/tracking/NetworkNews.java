package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.Txid;

/**
 * A callback as it was read: a transaction's claimed status and, if it came with a merkle path, the
 * root that must be on the chain for it to be true.
 */
public record NetworkNews(Txid txid, boolean seenOnNetwork, Optional<RootQuery> proof) {}
