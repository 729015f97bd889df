package org.brisket.simulator.network;

/** Which checks a poster asks to leave out, as ARC's X-Skip headers allow. */
public record AcceptanceOptions(boolean skipFees, boolean skipScripts) {
    public static final AcceptanceOptions ALL_CHECKS = new AcceptanceOptions(false, false);
}
