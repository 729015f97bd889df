package org.brisket.state.simulation;

/** A guarantee that did not hold, after which event, and what was found. */
public record Violation(Guarantee guarantee, int event, String detail) {}
