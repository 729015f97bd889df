package org.brisket.simulator.network;

import java.time.Instant;

/**
 * One post of one transaction, as the network saw it: to which endpoint, when, and the answer: the
 * ARC code (200 if the transaction was taken) and the status or detail.
 */
public record Post(String endpoint, Instant at, int code, String outcome) {}
