package org.brisket.state.simulation;

/** The promises that a simulation checks, by their numbers in the design if they have one. */
public enum Guarantee {
    G1("one outcome for each submission"),
    G2("all or nothing across ledgers"),
    G4("one live spender of a coin"),
    G5("a rollback is complete"),
    G6("a replay says the same"),
    G7("a repeat is harmless"),
    G8("bounded work"),
    CONSERVATION("amounts in baskets are conserved");

    private final String text;

    Guarantee(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
