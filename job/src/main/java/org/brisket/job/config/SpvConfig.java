package org.brisket.job.config;

import java.time.Duration;
import java.util.List;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;
import org.brisket.protocol.script.RuleSet;

/** How proofs are checked against the chain. */
public record SpvConfig(
        @Key(byDefault = "main", meaning = "Network whose chain counts") BsvNetwork network,
        @Key(
                        byDefault = "consensus",
                        meaning =
                                "Script rules: those of blocks, or also those by which nodes relay")
                RuleSet scriptRules,
        @Key(
                        byDefault = "5 s",
                        min = "10 ms",
                        max = "5 min",
                        meaning =
                                "How long a chain tracker may take; later its answer counts as unknown")
                Duration validationTimeout,
        @Key(
                        byDefault = "30 s",
                        min = "0 s",
                        max = "5 min",
                        meaning =
                                "How long it is asked again while chain trackers are in trouble; then a submission is refused for now")
                Duration patience,
        @Key(
                        byDefault = "1000",
                        min = "1",
                        max = "100000",
                        meaning = "Submissions waiting for chain trackers in one subtask")
                int concurrentLookups,
        @Key(
                        byDefault = "300 s",
                        min = "1 s",
                        max = "300 s",
                        meaning = "How long the answer for a height and root is kept")
                Duration cacheExpiry,
        @Key(
                        byDefault = "100000",
                        min = "1",
                        max = "10000000",
                        meaning = "Answers kept in one subtask")
                int cacheEntries,
        @Key(
                        byDefault = "2",
                        min = "1",
                        max = "16",
                        meaning =
                                "Chain trackers that must agree: more than half of them, so that two answers cannot both win")
                int quorum,
        @Key(
                        byDefault = "[]",
                        max = "16",
                        meaning =
                                "The chain trackers; at least as many as the quorum must be given")
                List<ChainTrackerConfig> chainTrackers,
        @Key(meaning = "The header chain that the job keeps itself") HeadersConfig headers)
        implements Section {

    @Override
    public void check(Problems problems) {
        if (problems.sound("quorum", "chain-trackers")) {
            checkQuorum(problems);
        }
        UniqueNames.check(
                "chain-trackers",
                chainTrackers.stream().map(ChainTrackerConfig::name).toList(),
                problems);
    }

    private void checkQuorum(Problems problems) {
        int trackers = chainTrackers.size();
        if (quorum > trackers) {
            problems.add(
                    "chain-trackers",
                    "number of entries is %d, must be at least the quorum (%d)"
                            .formatted(trackers, quorum));
        } else if (2 * quorum <= trackers) {
            problems.refuse(
                    "quorum",
                    quorum,
                    "must be more than half of the chain-trackers (%d)".formatted(trackers));
        }
    }
}
