package org.brisket.job.check;

import java.time.Duration;

/** What Flink will run the job with. */
public record FlinkFacts(
        int parallelism, Duration checkpointInterval, Duration checkpointTimeout) {}
