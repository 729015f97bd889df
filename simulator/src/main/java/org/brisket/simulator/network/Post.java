package org.brisket.simulator.network;

import java.time.Instant;

/**
 * One post of one transaction: to which endpoint, when, and what the poster was told, truly or not:
 * the ARC code (200 if the transaction was taken) and the status or detail.
 */
public record Post(String endpoint, Instant at, int code, String outcome) {}
