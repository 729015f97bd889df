package org.brisket.bench.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.connectors.kafka.ExactlyOnceKafkaSink;
import org.brisket.connectors.kafka.KafkaRecordSource;
import org.brisket.connectors.kafka.KafkaSettings;
import org.brisket.connectors.kafka.StartingOffsets;
import org.brisket.job.local.DashboardPort;
import org.brisket.job.local.EmbeddedFlink;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.submission.OutboundRecordCodec;

/**
 * What no job over Kafka can do without: the same records in, through the same source, and out
 * again through the same exactly-once sink, on the same cluster. Arguments: brokers, topic to read,
 * topic to write, parallelism, milliseconds between checkpoints, directory.
 */
public final class PassThroughMain {
    private static final long TRANSACTION_MILLIS = Duration.ofMinutes(15).toMillis();

    private PassThroughMain() {}

    public static void main(String[] arguments) throws Exception {
        String in = arguments[1];
        String out = arguments[2];
        KafkaSettings kafka = new KafkaSettings(arguments[0], in, in, TRANSACTION_MILLIS, Map.of());
        StreamExecutionEnvironment env =
                new EmbeddedFlink(
                                DashboardPort.choose(Optional.empty()),
                                Path.of(arguments[5]),
                                Integer.parseInt(arguments[3]),
                                Duration.ofMillis(Long.parseLong(arguments[4])))
                        .environment();
        Configuration objectReuse = new Configuration();
        objectReuse.set(PipelineOptions.OBJECT_REUSE, true);
        env.configure(objectReuse);
        env.fromSource(
                        KafkaRecordSource.create(
                                kafka, in, List.of(in), StartingOffsets.EARLIEST, false),
                        WatermarkStrategy.noWatermarks(),
                        "read")
                .map(
                        source ->
                                new OutboundRecord(
                                        out, source.key(), source.value(), source.headers()))
                .returns(new OutboundRecordCodec().typeInfo())
                .sinkTo(ExactlyOnceKafkaSink.create(kafka, List.of(out)));
        env.execute("pass-through");
    }
}
