package org.brisket.state.ledger;

/**
 * A place for one live coin of an owner. The slots of an account are numbered from 0 to one less
 * than it has live coins.
 */
public record TokenSlot(TokenAccount account, long number) {}
