package org.brisket.job.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.config.value.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which broker a command talks to. */
final class BrokerOptions {
    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT,…",
            description = "The Kafka broker. Default: what --config says, else localhost:9092.")
    private Optional<String> bootstrapServers;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The job's configuration file, for broker, topic names and security.")
    private Optional<Path> file;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10 s",
            converter = DurationConverter.class,
            description = "How long to wait for the broker.")
    private Duration timeout;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The configured broker, with the address of the command line if one is given. */
    KafkaConfig kafka() {
        KafkaConfig configured =
                file.map(BrisketConfig::load).orElseGet(BrisketConfig::defaults).kafka();
        return bootstrapServers.map(servers -> at(servers, configured)).orElse(configured);
    }

    /** True if the command line says anything about the broker. */
    boolean areGiven() {
        return bootstrapServers.isPresent() || file.isPresent();
    }

    Duration timeout() {
        return timeout;
    }

    private KafkaConfig at(String servers, KafkaConfig configured) {
        if (!KafkaConfig.isServerList(servers)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--bootstrap-servers is " + servers + ", must be host:port,host:port");
        }
        return configured.withBootstrapServers(servers);
    }

    /** Reads {@code 10 s}. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return DurationText.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException("is " + text + ", " + wrong.getMessage());
            }
        }
    }
}
