package org.brisket.operators;

import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerifier;

/** The verifier of the main network, which the example BEEF is from. */
public final class ExampleVerifier {
    private ExampleVerifier() {}

    public static SpvVerifier create() {
        return new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());
    }
}
