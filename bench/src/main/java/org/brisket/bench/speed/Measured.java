package org.brisket.bench.speed;

import org.openjdk.jmh.results.RunResult;

/** One iteration of one benchmark, by the counters of the thread that ran it. */
record Measured(double operationsPerCpuSecond, double bytesPerOperation) {

    static Measured of(RunResult result) {
        double operations = counter(result, "operations");
        return new Measured(
                operations / counter(result, "cpuNanos") * 1e9,
                counter(result, "allocatedBytes") / operations);
    }

    private static double counter(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }
}
