package org.brisket.job.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;
import org.brisket.job.config.value.Secret;

/** How committed transactions reach the network, in Extended Format. */
public record BroadcastConfig(
        @Key(byDefault = "true", meaning = "Whether anything is sent; false for a silent follower")
                boolean enabled,
        @Key(
                        byDefault = "100",
                        min = "1",
                        max = "1000",
                        meaning = "Transactions in one request at most")
                int batchSize,
        @Key(
                        byDefault = "5 ms",
                        min = "0 s",
                        max = "10 s",
                        meaning = "How long a transaction waits for others to share its request")
                Duration linger,
        @Key(
                        byDefault = "3",
                        min = "1",
                        max = "10",
                        meaning =
                                "Times that a request is sent to one endpoint before it counts as unanswered")
                int attempts,
        @Key(
                        byDefault = "200 ms",
                        min = "1 ms",
                        max = "1 min",
                        meaning =
                                "Pause before the second attempt; each later one is twice as long")
                Duration initialBackoff,
        @Key(
                        byDefault = "10 s",
                        min = "10 ms",
                        max = "5 min",
                        meaning = "How long an endpoint may take to answer one request")
                Duration requestTimeout,
        @Key(
                        byDefault = "1",
                        min = "1",
                        max = "16",
                        meaning = "Endpoints that must accept a transaction")
                int requiredAcceptances,
        @Key(
                        byDefault = "30 min",
                        min = "1 s",
                        max = "7 d",
                        meaning =
                                "How long every endpoint must have refused before that alone rolls back")
                Duration refusalDeadline,
        @Key(
                        byDefault = "5 s",
                        min = "10 ms",
                        max = "10 min",
                        meaning =
                                "Shortest pause between questions to the endpoints about one transaction; the others are 6, 60 and 120 times as long")
                Duration statusPollInterval,
        @Key(
                        byDefault = "[]",
                        max = "16",
                        meaning =
                                "The endpoints; two or more are wise, none is allowed only if not enabled")
                List<EndpointConfig> endpoints,
        @Key(meaning = "Where endpoints are to report what becomes of a transaction")
                Optional<URI> callbackUrl,
        @Key(meaning = "File that holds the token by which their reports are known")
                Optional<Secret> callbackTokenFile)
        implements Section {

    @Override
    public void check(Problems problems) {
        if (enabled
                && problems.sound("endpoints", "required-acceptances")
                && endpoints.size() < requiredAcceptances) {
            problems.add(
                    "endpoints",
                    "number of entries is %d, must be at least required-acceptances (%d)"
                            .formatted(endpoints.size(), requiredAcceptances));
        }
        if (callbackTokenFile.isPresent()
                && callbackUrl.isEmpty()
                && problems.sound("callback-url")) {
            problems.add("callback-token-file", "is given without callback-url, must be left out");
        }
        UniqueNames.check(
                "endpoints", endpoints.stream().map(EndpointConfig::name).toList(), problems);
    }
}
