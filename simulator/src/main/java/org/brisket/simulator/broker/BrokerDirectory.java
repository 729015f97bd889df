package org.brisket.simulator.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Where a broker keeps its log. A temporary one is deleted, but only after the broker stopped. */
record BrokerDirectory(Path root, boolean temporary) {
    private static final Uuid CLUSTER = new Uuid(0x4252_4953_4B45_5431L, 1);

    static BrokerDirectory open(Optional<Path> wanted) {
        try {
            if (wanted.isPresent()) {
                return new BrokerDirectory(Files.createDirectories(wanted.get()), false);
            }
            return new BrokerDirectory(Files.createTempDirectory("brisket-kafka-"), true);
        } catch (IOException e) {
            throw new BrokerStartException("cannot create the broker's directory: " + e, e);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    /** What {@code kafka-storage.sh format} does; an already formatted directory stays as it is. */
    void format() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(stream)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(CLUSTER.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(data().toString())
                    .addDirectory(data().toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new BrokerStartException(
                    "cannot format " + root + " for Kafka: " + e.getMessage(), e);
        }
    }

    /** Deletes a temporary directory. A broker that still ran there would halt the JVM. */
    void release() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root, e);
        }
    }
}
