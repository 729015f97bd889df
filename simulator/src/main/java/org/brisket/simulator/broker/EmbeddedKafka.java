package org.brisket.simulator.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/**
 * A real one-node Kafka broker (KRaft, broker and controller in one) in this JVM, listening on the
 * loopback interface. It is up when {@link #start} returns; {@link #close} stops it and then
 * removes its directory if that was temporary.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final long ADMIN_SECONDS = 30;

    private final KafkaRaftServer server;
    private final BrokerDirectory directory;
    private final int port;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, BrokerDirectory directory, int port) {
        this.server = server;
        this.directory = directory;
        this.port = port;
    }

    /** Starts on a free port with a temporary directory. */
    public static EmbeddedKafka start() {
        return start(BrokerOptions.defaults());
    }

    /** Starts and waits until clients are served; {@link BrokerStartException} says why not. */
    public static EmbeddedKafka start(BrokerOptions options) {
        int port = options.port() == 0 ? LoopbackPorts.free() : options.port();
        LoopbackPorts.requireFree(port);
        BrokerDirectory directory = BrokerDirectory.open(options.directory());
        try {
            directory.format();
            var settings =
                    BrokerSettings.of(
                            directory.data(), port, controllerPort(port), options.settings());
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
            return startUp(server, directory, port);
        } catch (RuntimeException e) {
            directory.release();
            throw asStartException(e);
        }
    }

    private static EmbeddedKafka startUp(
            KafkaRaftServer server, BrokerDirectory directory, int port) {
        try {
            server.startup();
            return new EmbeddedKafka(server, directory, port);
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    private static int controllerPort(int brokerPort) {
        int candidate = LoopbackPorts.free();
        return candidate == brokerPort ? LoopbackPorts.free() : candidate;
    }

    private static BrokerStartException asStartException(RuntimeException e) {
        if (e instanceof BrokerStartException known) {
            return known;
        }
        return new BrokerStartException("the embedded broker does not start: " + e.getMessage(), e);
    }

    /** What clients connect to: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Creates a topic with one replica; one that exists already stays as it is. */
    public void createTopic(String name, int partitions) {
        createTopics(Map.of(name, partitions));
    }

    /** Creates topics, given as name to number of partitions; existing ones stay as they are. */
    public void createTopics(Map<String, Integer> partitionsByName) {
        List<NewTopic> topics =
                partitionsByName.entrySet().stream()
                        .map(e -> new NewTopic(e.getKey(), Optional.of(e.getValue()), one()))
                        .toList();
        try (Admin admin = admin()) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                await(created.getKey(), created.getValue());
            }
        }
    }

    private static Optional<Short> one() {
        return Optional.of((short) 1);
    }

    private static void await(String topic, KafkaFuture<Void> creation) {
        try {
            creation.get(ADMIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create topic " + topic, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "topic " + topic + " was not created within " + ADMIN_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topic " + topic, e);
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers()));
    }

    /** Stops the broker, then deletes its temporary directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.shutdown();
        server.awaitShutdown();
        directory.release();
    }
}
