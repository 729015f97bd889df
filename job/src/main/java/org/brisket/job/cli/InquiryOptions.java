package org.brisket.job.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How a question to the job is asked and its answers are shown. */
final class InquiryOptions {
    @Option(names = "--json", description = "Print the answers' JSON as it is, one line each.")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60 s",
            converter = BrokerOptions.DurationConverter.class,
            description = "How long to wait for answers; they come with a checkpoint of the job.")
    private Duration patience;

    boolean json() {
        return json;
    }

    Duration patience() {
        return patience;
    }
}
