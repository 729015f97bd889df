package org.brisket.job.topology;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.operators.Refusals;
import org.brisket.operators.broadcast.AskEndpoints;
import org.brisket.operators.broadcast.BroadcastCommitted;
import org.brisket.operators.broadcast.ReadStatuses;
import org.brisket.operators.decision.CoordinateVotes;
import org.brisket.operators.decision.ReadDecisions;
import org.brisket.operators.header.KeepHeaders;
import org.brisket.operators.intake.DecodeBeef;
import org.brisket.operators.ledger.ApplyToLedger;
import org.brisket.operators.ledger.RouteToLedgers;
import org.brisket.operators.output.PublishRefusals;
import org.brisket.operators.query.ReadQueries;
import org.brisket.operators.store.DivertAdmissions;
import org.brisket.operators.store.HearProofs;
import org.brisket.operators.store.StoreTransactions;
import org.brisket.operators.tracking.TrackTransactions;
import org.brisket.operators.verification.RunScripts;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.codec.TxidCodec;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.DecisionCodec;
import org.brisket.state.header.ChainNews;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerMessageCodec;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.ProposalCodec;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoreCommandCodec;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TrackerCommandCodec;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.DecodedSubmissionCodec;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.VerifiedSubmission;
import org.brisket.state.submission.VerifiedSubmissionCodec;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.NetworkObservationCodec;
import org.brisket.state.tracking.StatusReportCodec;

/**
 * The graph of the job.
 *
 * <pre>
 *        beef-submissions
 * Kafka ──► decode ──► own headers ──► prove ──► run scripts ──► route ──► apply to ledger ──► coordinate ──┐
 *             │             ▲         (async)      │            │            ▲                           │
 *             └─────────────┼──────────────────────┴────────────┴─► refusals ┼───────────────────► write ◄┘
 *                           │                                                │ orders                │ ▲
 *        decisions (read committed)                                          │                       │ │
 * Kafka ──► open ──┬─► broadcast ──► answers ──► track ──────────────────────┴───────────────────────┼─┘
 *                  ├─► ask ──► statuses ────────► ▲                                                  │
 *                  └───────┼────────────────────► │                                                  ▼
 *        network-events    │                      │                    one exactly-once sink, decisions included
 * Kafka ──┬─► open ──► own headers ──► prove ─────┘
 *         │                ▲          (async)
 *         └─► headers ──► keep (one subtask) ──► best chain, broadcast to both; its tip to track
 * trackers ──► poll ───────┘
 * </pre>
 *
 * Questions about the live state are read from {@code state-queries} and go where the news and the
 * orders go, and to where the votes are counted; the answers leave through the sink, too.
 *
 * <p>Decisions go out through the sink and come back as a source: what is broadcast and tracked is
 * exactly what a completed checkpoint holds. What the tracker wants to ask the endpoints takes the
 * same way.
 */
public final class OverlayTopology {
    /** A broadcast is tried for as long as the world is bad; a day later its outcome is unknown. */
    private static final long BROADCAST_TIMEOUT_MILLIS = Duration.ofDays(1).toMillis();

    private static final int CONCURRENT_BROADCASTS = 5_000;

    /** Above what endpoints may take to answer; a question that is lost is asked again. */
    private static final long ASKING_TIMEOUT_MILLIS = Duration.ofMinutes(6).toMillis();

    private static final int CONCURRENT_QUESTIONS = 1_000;

    private final TopologySettings settings;
    private final TopologyPorts ports;

    public OverlayTopology(TopologySettings settings, TopologyPorts ports) {
        this.settings = settings;
        this.ports = ports;
    }

    public void build(StreamExecutionEnvironment env) {
        ProofSteps proofs = new ProofSteps(settings, ports);
        var events = Stage.READ_NETWORK_EVENTS.from(env, ports.networkEvents());
        var headers = proofs.keepHeaders(env, events);

        var decoded = decode(env);
        var proven = proofs.prove(decoded, headers);
        var verified = runScripts(proven);
        var proposals = route(verified);

        var decisions = openDecisions(env);
        var queries = openQueries(env);
        var statuses = ports.broadcaster().map(b -> askEndpoints(decisions));
        var observed =
                proofs.proveNetworkEvents(
                        events,
                        statuses.<DataStream<NetworkNews>>map(
                                s -> s.getSideOutput(ReadStatuses.PROOFS)),
                        headers);
        var heard =
                hear(statuses.map(s -> observed.union(s)).orElse(observed), decisions)
                        .union(queries.getSideOutput(ReadQueries.TO_TRACKER));
        var tracked = track(decisions, heard, headers.getSideOutput(KeepHeaders.NEWS));
        var published = divertAdmissions(tracked);

        var commands =
                tracked.getSideOutput(TrackTransactions.TO_LEDGERS)
                        .union(queries.getSideOutput(ReadQueries.TO_LEDGERS));
        var votes = apply(proposals, commands);
        var decided = coordinate(votes, queries.getSideOutput(ReadQueries.TO_COORDINATOR));
        var brought =
                decided.getSideOutput(CoordinateVotes.TO_STORE)
                        .union(
                                hearProofs(observed),
                                published.getSideOutput(DivertAdmissions.TO_STORE),
                                queries.getSideOutput(ReadQueries.TO_STORE));
        var stored = store(brought, headers);
        var refused = publishRefusals(decoded, verified, proposals);
        var answered = queries.union(votes.getSideOutput(ApplyToLedger.ANSWERS));
        Stage.WRITE.write(refused.union(decided, published, stored, answered), ports.output());
    }

    private SingleOutputStreamOperator<DecodedSubmission> decode(StreamExecutionEnvironment env) {
        return Stage.DECODE.on(
                Stage.READ_SUBMISSIONS
                        .from(env, ports.submissions())
                        .process(new DecodeBeef(settings.intake()))
                        .returns(new DecodedSubmissionCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<VerifiedSubmission> runScripts(
            DataStream<ProvenSubmission> proven) {
        return Stage.RUN_SCRIPTS.on(
                proven.process(new RunScripts(settings.verifier()))
                        .returns(new VerifiedSubmissionCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<Proposal> route(DataStream<VerifiedSubmission> verified) {
        boolean broadcasting = ports.broadcaster().isPresent();
        return Stage.ROUTE.on(
                verified.process(
                                new RouteToLedgers(
                                        settings.hostedTopics(),
                                        settings.hostedBaskets(),
                                        broadcasting))
                        .returns(new ProposalCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<LedgerMessage> apply(
            DataStream<Proposal> proposals, DataStream<LedgerCommand> commands) {
        return Stage.APPLY.on(
                proposals
                        .keyBy(Proposal::ledger, Types.STRING)
                        .connect(commands.keyBy(LedgerCommand::ledger, Types.STRING))
                        .process(
                                new ApplyToLedger(settings.outputTopics()),
                                new LedgerMessageCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<OutboundRecord> coordinate(
            DataStream<LedgerMessage> votes, DataStream<TransactionQuery> queries) {
        TypeInformation<Txid> txid = new TxidCodec().typeInfo();
        return Stage.COORDINATE.on(
                votes.keyBy(LedgerMessage::txid, txid)
                        .connect(queries.keyBy(TransactionQuery::txid, txid))
                        .process(
                                new CoordinateVotes(settings.outputTopics(), settings.lineage()),
                                new OutboundRecordCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<Decision> openDecisions(StreamExecutionEnvironment env) {
        return Stage.OPEN_DECISIONS.on(
                Stage.READ_DECISIONS
                        .from(env, ports.decisions())
                        .process(new ReadDecisions(settings.lineage()))
                        .returns(new DecisionCodec().typeInfo()));
    }

    /** What endpoints answer to broadcasts, and what callbacks and proofs say. */
    private DataStream<TrackerCommand> hear(
            DataStream<NetworkObservation> news, SingleOutputStreamOperator<Decision> decisions) {
        DataStream<TrackerCommand> events = Stage.HEAR_NETWORK_EVENTS.on(heard(news));
        Optional<DataStream<TrackerCommand>> answers =
                ports.broadcaster().map(b -> Stage.HEAR_ANSWERS.on(heard(broadcast(decisions))));
        return answers.map(events::union).orElse(events);
    }

    private static SingleOutputStreamOperator<TrackerCommand> heard(
            DataStream<NetworkObservation> observations) {
        return observations
                .<TrackerCommand>map(o -> new TrackerCommand.Heard(o.withoutProof()))
                .returns(new TrackerCommandCodec().typeInfo());
    }

    private SingleOutputStreamOperator<OutboundRecord> openQueries(StreamExecutionEnvironment env) {
        return Stage.OPEN_QUERIES.on(
                Stage.READ_QUERIES
                        .from(env, ports.queries())
                        .process(new ReadQueries(settings.outputTopics()))
                        .returns(new OutboundRecordCodec().typeInfo()));
    }

    private DataStream<NetworkObservation> broadcast(
            SingleOutputStreamOperator<Decision> decisions) {
        return Stage.BROADCAST.on(
                AsyncDataStream.unorderedWait(
                                decisions.getSideOutput(ReadDecisions.TO_BROADCAST),
                                new BroadcastCommitted(ports.broadcaster().orElseThrow()),
                                BROADCAST_TIMEOUT_MILLIS,
                                MILLISECONDS,
                                CONCURRENT_BROADCASTS)
                        .returns(new NetworkObservationCodec().typeInfo()));
    }

    /** Unordered, because an answer says by itself what it is about. */
    private SingleOutputStreamOperator<NetworkObservation> askEndpoints(
            SingleOutputStreamOperator<Decision> decisions) {
        SingleOutputStreamOperator<StatusReport> reports =
                Stage.ASK_ENDPOINTS.on(
                        AsyncDataStream.unorderedWait(
                                        decisions.getSideOutput(ReadDecisions.TO_ASK),
                                        new AskEndpoints(ports.broadcaster().orElseThrow()),
                                        ASKING_TIMEOUT_MILLIS,
                                        MILLISECONDS,
                                        CONCURRENT_QUESTIONS)
                                .returns(new StatusReportCodec().typeInfo()));
        return Stage.READ_STATUSES.on(
                reports.process(new ReadStatuses())
                        .returns(new NetworkObservationCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<OutboundRecord> track(
            DataStream<Decision> decisions,
            DataStream<TrackerCommand> heard,
            DataStream<ChainNews> news) {
        DataStream<TrackerCommand> decided =
                Stage.HEAR_DECISIONS.on(
                        decisions
                                .<TrackerCommand>map(TrackerCommand.Decided::new)
                                .returns(new TrackerCommandCodec().typeInfo()));
        return Stage.TRACK.on(
                decided.union(heard)
                        .keyBy(TrackerCommand::txid, new TxidCodec().typeInfo())
                        .connect(
                                news.broadcast(
                                        TrackTransactions.chainStates()
                                                .toArray(MapStateDescriptor<?, ?>[]::new)))
                        .process(
                                new TrackTransactions(settings.outputTopics(), settings.tracking()),
                                new OutboundRecordCodec().typeInfo()));
    }

    private SingleOutputStreamOperator<OutboundRecord> divertAdmissions(
            DataStream<OutboundRecord> tracked) {
        return Stage.DIVERT_ADMISSIONS.on(
                tracked.process(new DivertAdmissions(settings.outputTopics().admissions()))
                        .returns(new OutboundRecordCodec().typeInfo()));
    }

    private static DataStream<StoreCommand> hearProofs(DataStream<NetworkObservation> observed) {
        return Stage.HEAR_PROOFS.on(
                observed.flatMap(new HearProofs()).returns(new StoreCommandCodec().typeInfo()));
    }

    private DataStream<OutboundRecord> store(
            DataStream<StoreCommand> brought, DataStream<ChainUpdate> headers) {
        return Stage.STORE.on(
                brought.keyBy(StoreCommand::txid, new TxidCodec().typeInfo())
                        .connect(ProofSteps.broadcast(headers))
                        .process(
                                new StoreTransactions(settings.outputTopics()),
                                new OutboundRecordCodec().typeInfo()));
    }

    private DataStream<OutboundRecord> publishRefusals(
            SingleOutputStreamOperator<DecodedSubmission> decoded,
            SingleOutputStreamOperator<VerifiedSubmission> verified,
            SingleOutputStreamOperator<Proposal> proposals) {
        return Stage.PUBLISH_REFUSALS.on(
                decoded.getSideOutput(Refusals.TAG)
                        .union(
                                verified.getSideOutput(Refusals.TAG),
                                proposals.getSideOutput(Refusals.TAG))
                        .flatMap(new PublishRefusals(settings.outputTopics()))
                        .returns(new OutboundRecordCodec().typeInfo()));
    }
}
