package org.brisket.job.topology;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Every step of the job with its uid and its name in the dashboard. A uid finds the step's state in
 * a savepoint: it is never changed and never used again.
 */
public enum Stage {
    READ_SUBMISSIONS("read-submissions", "Read submissions"),
    DECODE("decode-beef", "Decode BEEF"),
    CHECK_OWN_HEADERS("check-own-headers", "Check own headers"),
    PROVE("prove-open-roots", "Prove open roots"),
    RUN_SCRIPTS("run-scripts", "Run scripts"),
    ROUTE("route-to-ledgers", "Route to ledgers"),
    APPLY("apply-to-ledger", "Apply to ledger"),
    COORDINATE("coordinate-votes", "Coordinate votes"),
    READ_DECISIONS("read-decisions", "Read decisions"),
    OPEN_DECISIONS("open-decisions", "Open decisions"),
    BROADCAST("broadcast-committed", "Broadcast"),
    READ_NETWORK_EVENTS("read-network-events", "Read network events"),
    OPEN_NETWORK_EVENTS("open-network-events", "Open network events"),
    CHECK_NEWS_PROOFS("check-news-proofs", "Check proofs of network events"),
    PROVE_NETWORK_EVENTS("prove-open-network-events", "Prove network events"),
    POLL_HEADERS("poll-headers", "Poll headers"),
    READ_HEADER_EVENTS("read-header-events", "Read header events"),
    KEEP_HEADERS("keep-headers", "Keep headers"),
    ASK_ENDPOINTS("ask-endpoints", "Ask endpoints"),
    READ_STATUSES("read-statuses", "Read statuses"),
    HEAR_DECISIONS("hear-decisions", "Hear decisions"),
    HEAR_ANSWERS("hear-broadcast-answers", "Hear answers"),
    HEAR_NETWORK_EVENTS("hear-network-events", "Hear network events"),
    READ_QUERIES("read-state-queries", "Read state queries"),
    OPEN_QUERIES("open-state-queries", "Open state queries"),
    TRACK("track-transactions", "Track transactions"),
    HEAR_PROOFS("hear-proofs", "Hear proofs"),
    DIVERT_ADMISSIONS("divert-admissions", "Divert admissions"),
    STORE("store-transactions", "Store transactions"),
    PUBLISH_REFUSALS("publish-refusals", "Publish refusals"),
    WRITE("write-records", "Write records");

    private final String uid;
    private final String title;

    Stage(String uid, String title) {
        this.uid = uid;
        this.title = title;
    }

    public String uid() {
        return uid;
    }

    public String title() {
        return title;
    }

    <T> SingleOutputStreamOperator<T> from(StreamExecutionEnvironment env, Source<T, ?, ?> source) {
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), title).uid(uid);
    }

    /** A source that does not say itself what it gives. */
    <T> SingleOutputStreamOperator<T> from(
            StreamExecutionEnvironment env, Source<T, ?, ?> source, TypeInformation<T> type) {
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), title, type).uid(uid);
    }

    <T> SingleOutputStreamOperator<T> on(SingleOutputStreamOperator<T> operator) {
        return operator.uid(uid).name(title);
    }

    <T> void write(DataStream<T> records, Sink<T> sink) {
        records.sinkTo(sink).uid(uid).name(title);
    }
}
