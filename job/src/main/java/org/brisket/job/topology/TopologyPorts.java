package org.brisket.job.topology;

import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.brisket.operators.SerializableFactory;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;

/**
 * Where the job touches the outside. Without a broadcaster nothing is broadcast, without a source
 * of headers only those among the network events are known.
 */
public record TopologyPorts(
        Source<KafkaRecord, ?, ?> submissions,
        Source<KafkaRecord, ?, ?> decisions,
        Source<KafkaRecord, ?, ?> networkEvents,
        Source<KafkaRecord, ?, ?> queries,
        Optional<Source<HeaderReport, ?, ?>> headers,
        Sink<OutboundRecord> output,
        SerializableFactory<ChainTracker> chainTracker,
        Optional<SerializableFactory<Broadcaster>> broadcaster) {}
