package org.brisket.bench.e2e;

/** Transactions per second of wall time, and per second of CPU time of each process. */
record Rates(double perSecond, double ofJob, double ofBroker, double ofNetwork) {
    static final Rates UNKNOWN = new Rates(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
