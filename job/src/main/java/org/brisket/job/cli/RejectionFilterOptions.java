package org.brisket.job.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.brisket.job.rejections.RejectionFilter;
import org.brisket.protocol.verdict.RejectionReason;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which dead letters a command is about. */
final class RejectionFilterOptions {
    @Option(
            names = "--reason",
            paramLabel = "CODE",
            split = ",",
            description = "Only those refused for it, for example COIN_CONTESTED; may be repeated.")
    private Set<RejectionReason> reasons = Set.of();

    @Option(
            names = "--id",
            paramLabel = "ID",
            description =
                    "Only this submission id, or this place among the dead letters"
                            + " (topic-partition-offset); may be repeated.")
    private Set<String> ids = Set.of();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only those that name this overlay topic.")
    private Optional<String> topic = Optional.empty();

    @Option(
            names = "--retryable",
            description = "Only those whose reason says that the same bytes may be accepted later.")
    private boolean retryable;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Refused then or later: 2026-05-01T12:00:00Z, or how long ago, 2 h.")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Refused before then, written likewise.")
    private Optional<Instant> until = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    RejectionFilter filter() {
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new ParameterException(
                    command.commandLine(), "--since must be earlier than --until");
        }
        Set<String> codes = reasons.stream().map(RejectionReason::name).collect(Collectors.toSet());
        return new RejectionFilter(codes, ids, topic, retryable, since, until);
    }
}
