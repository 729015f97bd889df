package org.brisket.job.config;

import java.time.Duration;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Section;
import org.brisket.job.config.value.Percentage;

/** The figures beyond which an operator is alerted. */
public record MonitoringConfig(
        @Key(
                        byDefault = "5 s",
                        min = "1 ms",
                        max = "1 d",
                        meaning = "Alert when a submission takes longer than this to be decided")
                Duration maxProcessingTime,
        @Key(byDefault = "1 %", meaning = "Alert when more submissions than this fail validation")
                Percentage maxValidationFailures,
        @Key(
                        byDefault = "95 %",
                        meaning = "Alert when the network accepts fewer transactions than this")
                Percentage minNetworkAcceptance,
        @Key(
                        byDefault = "10 s",
                        min = "1 ms",
                        max = "1 d",
                        meaning =
                                "Alert when an admitted transaction takes longer than this to be accepted")
                Duration maxBroadcastLatency)
        implements Section {}
