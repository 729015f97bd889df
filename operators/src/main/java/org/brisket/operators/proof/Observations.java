package org.brisket.operators.proof;

import java.util.Optional;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.state.store.BlockProof;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;

/** What is made of an event, depending on what is known of its proof. */
final class Observations {
    private Observations() {}

    static NetworkObservation mined(NetworkNews news, RootQuery proof) {
        return new NetworkObservation.Mined(
                news.txid(),
                proof.height(),
                Optional.of(proof.root()),
                news.path().map(path -> new BlockProof(proof, path)));
    }

    /** Without a proof that holds it says no more than that somebody said so. */
    static NetworkObservation hint(NetworkNews news) {
        return new NetworkObservation.Hinted(news.txid(), news.seenOnNetwork());
    }
}
