package org.brisket.simulator.network;

/** Someone who wants to know when a transaction's status changes. Must return at once. */
public interface NetworkListener {
    void statusChanged(TransactionState state);
}
