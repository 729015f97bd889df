package org.brisket.connectors.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.connectors.kafka.ExactlyOnceKafkaSink;
import org.brisket.connectors.kafka.KafkaSettings;
import org.brisket.protocol.bytes.MalformedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the network's callbacks at {@code POST /callback} and writes each to the topic of network
 * events, keyed by its txid, before it answers.
 *
 * <pre>
 * 200 written   400 not a callback   401 wrong token   404, 405 another path or method
 * 413 body above 16 MiB   503 not written, the sender will repeat it
 * </pre>
 *
 * A callback is a hint: nothing is believed here but the token.
 */
public final class CallbackReceiver implements AutoCloseable {
    static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(CallbackReceiver.class);
    private static final String PATH = "/callback";

    /** Each waits until its callback is written, so their number bounds the rate. */
    private static final int THREADS = 16;

    private static final int WAITING = 256;
    private static final long WRITE_TIMEOUT_SECONDS = 20;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final byte[] expectedAuthorization;

    /** Starts to listen with a producer of its own. Fails when the port is taken. */
    public static CallbackReceiver start(CallbackSettings settings, KafkaSettings kafka)
            throws IOException {
        Properties properties = new Properties();
        properties.setProperty("delivery.timeout.ms", "15000");
        properties.setProperty("request.timeout.ms", "10000");
        properties.setProperty("max.block.ms", "10000");
        properties.setProperty("linger.ms", "5");
        properties.setProperty("compression.type", "lz4");
        properties.setProperty(
                "max.request.size", String.valueOf(ExactlyOnceKafkaSink.MAX_RECORD_BYTES));
        kafka.properties().forEach(properties::setProperty);
        properties.setProperty("bootstrap.servers", kafka.bootstrapServers());
        properties.setProperty("acks", "all");
        ByteArraySerializer bytes = new ByteArraySerializer();
        Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes);
        try {
            return new CallbackReceiver(settings, producer);
        } catch (IOException e) {
            producer.close();
            throw e;
        }
    }

    /** Closes the producer when it is closed itself. */
    CallbackReceiver(CallbackSettings settings, Producer<byte[], byte[]> producer)
            throws IOException {
        this.producer = producer;
        this.topic = settings.topic();
        this.expectedAuthorization = utf8("Bearer " + settings.token());
        this.server = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 0);
        this.threads = pool();
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** When the queue is full the server drops the connection, and the sender comes again. */
    private static ThreadPoolExecutor pool() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    Thread thread = new Thread(task, "callback-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = respond(exchange);
            exchange.sendResponseHeaders(status, -1);
        } catch (RuntimeException e) {
            LOG.error("a callback failed", e);
            throw e;
        }
    }

    private int respond(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return 404;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        if (!isAuthorized(exchange)) {
            return 401;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return 413;
        }
        try {
            return write(CallbackParser.parse(body));
        } catch (MalformedException e) {
            LOG.warn("a callback is malformed: {}", e.getMessage());
            return 400;
        }
    }

    /** Takes the same time however much of a wrong token is right. */
    private boolean isAuthorized(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(utf8(given), expectedAuthorization);
    }

    private int write(List<Callback> callbacks) {
        try {
            List<Future<?>> written = new ArrayList<>();
            for (Callback callback : callbacks) {
                byte[] key = utf8(callback.txid().toString());
                written.add(producer.send(new ProducerRecord<>(topic, key, callback.json())));
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WRITE_TIMEOUT_SECONDS);
            for (Future<?> record : written) {
                record.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return 200;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("callbacks could not be written to {}: {}", topic, e.toString());
            return 503;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        producer.close();
    }
}
