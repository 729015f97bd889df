package org.brisket.bench.e2e;

import java.util.Optional;

/** What one job at one parallelism gave. */
record Row(String job, int parallelism, Rates rates, Optional<Latency> latency) {}
