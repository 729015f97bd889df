package org.brisket.job.config;

import java.net.URI;
import java.util.Optional;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Section;
import org.brisket.job.config.value.Secret;

/** One header service of the quorum. */
public record ChainTrackerConfig(
        @Key(meaning = "Name in logs and metrics") String name,
        @Key(meaning = "The HTTP interface that it speaks") ChainTrackerKind kind,
        @Key(meaning = "Address of the service, without the path of its API") URI url,
        @Key(meaning = "File that holds its API key; without it none is sent")
                Optional<Secret> apiKeyFile)
        implements Section {}
