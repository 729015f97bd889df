package org.brisket.job.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.brisket.job.config.binding.ConfigBinder;
import org.brisket.job.config.binding.ConfigWriter;
import org.brisket.job.config.binding.InvalidConfigException;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Section;

/** The whole configuration of an overlay job. */
public record BrisketConfig(
        @Key(meaning = "The broker and the topics that the job reads and writes") KafkaConfig kafka,
        @Key(meaning = "What a submission may cost, and how it is treated unless its headers say")
                BeefProcessingConfig beefProcessing,
        @Key(meaning = "Whom to ask which blocks are in the chain") SpvConfig spv,
        @Key(meaning = "Where and how admitted transactions are sent to the network")
                BroadcastConfig extendedFormatBroadcasting,
        @Key(meaning = "The overlay topics that this job hosts") TopicManagerConfig topicManager,
        @Key(meaning = "The baskets that this job keeps") BasketManagerConfig basketManager,
        @Key(meaning = "The figures beyond which an operator is alerted")
                MonitoringConfig monitoring)
        implements Section {

    private static final int MAX_FILE_BYTES = 1024 * 1024;

    /**
     * Reads a configuration file.
     *
     * @throws InvalidConfigException with every problem of the file, one that cannot be read
     *     included
     */
    public static BrisketConfig load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return load(in);
        } catch (IOException unreadable) {
            String reason = Files.exists(file) ? "cannot be read" : "does not exist";
            throw new InvalidConfigException(List.of("file " + file + " " + reason));
        }
    }

    /**
     * Reads a configuration of at most 1 MiB of UTF-8; the stream stays open.
     *
     * @throws InvalidConfigException with every problem of the configuration
     * @throws IOException if the stream cannot be read
     */
    public static BrisketConfig load(InputStream in) throws IOException {
        byte[] yaml = in.readNBytes(MAX_FILE_BYTES + 1);
        if (yaml.length > MAX_FILE_BYTES) {
            throw new InvalidConfigException(List.of("configuration is larger than 1 MiB"));
        }
        return load(new String(yaml, StandardCharsets.UTF_8));
    }

    /**
     * Reads a configuration from its YAML text.
     *
     * @throws InvalidConfigException with every problem of the configuration
     */
    public static BrisketConfig load(String yaml) {
        return ConfigBinder.bind(BrisketConfig.class, yaml);
    }

    /**
     * Every key at its default.
     *
     * <p>This is enough for a client of the topics. A job needs chain trackers and broadcast
     * endpoints besides, for which there is no default.
     */
    public static BrisketConfig defaults() {
        return ConfigBinder.defaults(BrisketConfig.class);
    }

    /** The effective configuration as YAML: every key, secrets masked. */
    public String toYaml() {
        return ConfigWriter.toYaml(this);
    }

    /** SHA-256 of {@link #toYaml()} in lower-case hex, to compare what two jobs run with. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(toYaml().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
