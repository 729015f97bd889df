package org.brisket.job.config;

import java.time.Duration;
import java.util.Optional;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;

/** The job's own header chain. */
public record HeadersConfig(
        @Key(
                        byDefault = "true",
                        meaning =
                                "Whether headers are followed, so that known roots need no chain tracker")
                boolean enabled,
        @Key(byDefault = "of-network", meaning = "Rules that headers must keep")
                HeaderRuleSet rules,
        @Key(
                        min = "0",
                        max = "2000000000",
                        meaning =
                                "Height of the trusted block that the chain begins with; main and regtest have one built in")
                Optional<Integer> startHeight,
        @Key(meaning = "Hash of that block in hexadecimal, as explorers show it")
                Optional<String> startHash,
        @Key(
                        byDefault = "10000",
                        min = "147",
                        max = "100000",
                        meaning = "Headers below the tip that are kept; each checkpoint holds them")
                int kept,
        @Key(
                        byDefault = "10 s",
                        min = "10 ms",
                        max = "2 min",
                        meaning = "How often each chain tracker is asked for new headers")
                Duration pollInterval,
        @Key(
                        byDefault = "100",
                        min = "1",
                        max = "100000",
                        meaning =
                                "Confirmations, its own block counted, that make a transaction final: what it spent is then forgotten")
                int finalityDepth)
        implements Section {

    @Override
    public void check(Problems problems) {
        if (startHeight.isPresent() != startHash.isPresent()) {
            problems.add("start-hash", "must be given together with start-height");
        }
        if (startHash.isPresent() && !startHash.get().matches("[0-9a-fA-F]{64}")) {
            problems.refuse("start-hash", startHash.get(), "must be 64 hexadecimal digits");
        }
    }
}
