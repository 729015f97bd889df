package org.brisket.state.ledger;

import java.util.Optional;
import java.util.TreeMap;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.overlay.topic.SampleTokens;

/** What coins of a basket are worth. */
final class ExampleContent {
    static final PublicKey ALICE = SampleTokens.wallet(31).identityKey();
    static final PublicKey BOB = SampleTokens.wallet(32).identityKey();

    private ExampleContent() {}

    static CoinContent content(String asset, long amount, PublicKey owner) {
        return new CoinContent(asset, amount, owner.bytes(), new TreeMap<>());
    }

    static Optional<CoinContent> some(String asset, long amount, PublicKey owner) {
        return Optional.of(content(asset, amount, owner));
    }
}
