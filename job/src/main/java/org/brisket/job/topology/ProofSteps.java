package org.brisket.job.topology;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Optional;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.operators.header.KeepHeaders;
import org.brisket.operators.header.ReadHeaderEvents;
import org.brisket.operators.proof.CheckNewsProofs;
import org.brisket.operators.proof.CheckOwnHeaders;
import org.brisket.operators.proof.ProveNetworkEvents;
import org.brisket.operators.proof.ProveRoots;
import org.brisket.operators.tracking.ReadNetworkEvents;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainUpdateCodec;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.HeaderReportCodec;
import org.brisket.state.header.NewsTask;
import org.brisket.state.header.NewsTaskCodec;
import org.brisket.state.header.ProofTaskCodec;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.ProvenSubmissionCodec;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkNewsCodec;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.NetworkObservationCodec;

/** The steps that know which blocks are in the chain: the own headers, then the trackers. */
final class ProofSteps {
    /** Below the trackers' own time limits there is a net of this much more. */
    private static final long LOOKUP_GRACE_MILLIS = 2_000;

    private final TopologySettings settings;
    private final TopologyPorts ports;

    ProofSteps(TopologySettings settings, TopologyPorts ports) {
        this.settings = settings;
        this.ports = ports;
    }

    /**
     * The best chain and its changes, in one subtask, so that all others see them in one order. Its
     * side output {@link KeepHeaders#NEWS} is for whoever has to know of reorganisations.
     */
    SingleOutputStreamOperator<ChainUpdate> keepHeaders(
            StreamExecutionEnvironment env, DataStream<KafkaRecord> networkEvents) {
        HeaderReportCodec reports = new HeaderReportCodec();
        DataStream<HeaderReport> published =
                Stage.READ_HEADER_EVENTS.on(
                        networkEvents.flatMap(new ReadHeaderEvents()).returns(reports.typeInfo()));
        DataStream<HeaderReport> all =
                ports.headers()
                        .map(
                                source ->
                                        published.union(
                                                alone(
                                                        Stage.POLL_HEADERS.from(
                                                                env, source, reports.typeInfo()))))
                        .orElse(published);
        return alone(
                Stage.KEEP_HEADERS.on(
                        all.process(new KeepHeaders(settings.headerKeeper()))
                                .returns(new ChainUpdateCodec().typeInfo())));
    }

    private static <T> SingleOutputStreamOperator<T> alone(SingleOutputStreamOperator<T> step) {
        return step.setParallelism(1).setMaxParallelism(1);
    }

    /** Ordered, so that a parent which was sent before its child reaches the ledger before it. */
    SingleOutputStreamOperator<ProvenSubmission> prove(
            DataStream<DecodedSubmission> decoded, DataStream<ChainUpdate> headers) {
        var checked =
                Stage.CHECK_OWN_HEADERS.on(
                        decoded.connect(broadcast(headers))
                                .process(
                                        new CheckOwnHeaders(settings.verifier()),
                                        new ProofTaskCodec().typeInfo()));
        return Stage.PROVE.on(
                AsyncDataStream.orderedWait(
                                checked,
                                new ProveRoots(ports.chainTracker(), settings.patienceMillis()),
                                timeoutMillis(),
                                MILLISECONDS,
                                settings.concurrentLookups())
                        .returns(new ProvenSubmissionCodec().typeInfo()));
    }

    /**
     * What callbacks and statuses say, with proofs believed only if their blocks are in the chain.
     */
    DataStream<NetworkObservation> proveNetworkEvents(
            DataStream<KafkaRecord> networkEvents,
            Optional<DataStream<NetworkNews>> statuses,
            DataStream<ChainUpdate> headers) {
        NetworkObservationCodec observations = new NetworkObservationCodec();
        DataStream<NetworkNews> callbacks =
                Stage.OPEN_NETWORK_EVENTS.on(
                        networkEvents
                                .flatMap(new ReadNetworkEvents())
                                .returns(new NetworkNewsCodec().typeInfo()));
        DataStream<NetworkNews> news = statuses.map(callbacks::union).orElse(callbacks);
        SingleOutputStreamOperator<NewsTask> checked =
                Stage.CHECK_NEWS_PROOFS.on(
                        news.connect(broadcast(headers))
                                .process(new CheckNewsProofs(), new NewsTaskCodec().typeInfo()));
        var asked =
                Stage.PROVE_NETWORK_EVENTS.on(
                        AsyncDataStream.unorderedWait(
                                        checked,
                                        new ProveNetworkEvents(
                                                ports.chainTracker(), settings.patienceMillis()),
                                        timeoutMillis(),
                                        MILLISECONDS,
                                        settings.concurrentLookups())
                                .returns(observations.typeInfo()));
        return checked.getSideOutput(CheckNewsProofs.OBSERVED).union(asked);
    }

    static BroadcastStream<ChainUpdate> broadcast(DataStream<ChainUpdate> headers) {
        return headers.broadcast(FlinkHeaderIndex.roots(), FlinkHeaderIndex.views());
    }

    /** The last question may begin when patience ends, and asks for a root and then a height. */
    private long timeoutMillis() {
        return settings.patienceMillis()
                + 2 * settings.validationTimeoutMillis()
                + LOOKUP_GRACE_MILLIS;
    }
}
