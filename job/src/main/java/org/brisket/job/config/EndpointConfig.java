package org.brisket.job.config;

import java.net.URI;
import java.util.Optional;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Section;
import org.brisket.job.config.value.Secret;

/** One service that takes transactions into the network by the ARC interface. */
public record EndpointConfig(
        @Key(meaning = "Name in results, logs and metrics") String name,
        @Key(meaning = "Base address, without /v1/tx") URI url,
        @Key(meaning = "File that holds its API key; without it none is sent")
                Optional<Secret> apiKeyFile)
        implements Section {}
