package org.brisket.operators.metrics;

import static org.brisket.operators.metrics.MetricKind.COUNTER;
import static org.brisket.operators.metrics.MetricKind.GAUGE;
import static org.brisket.operators.metrics.MetricKind.HISTOGRAM;

import java.util.List;

/**
 * Every metric that the job's own steps register. Names are public: dashboards and alerts stand on
 * them. A name ends with its unit, unless it counts things; a label has few values, all known to
 * the code or the configuration, and never a txid, an offset or an identity.
 */
public enum Metric {
    SUBMISSIONS(COUNTER, "submissions", "Decode BEEF", "Records read from the submissions topic"),
    SUBMISSION_BYTES(COUNTER, "submissionBytes", "Decode BEEF", "Bytes of their values"),
    BEEF_TRANSACTIONS(
            COUNTER,
            "beefTransactions",
            "Decode BEEF",
            "Transactions in the BEEFs that were parsed, ancestors included"),

    ROOTS_KNOWN(COUNTER, "rootsKnown", "Check own headers", "Roots that own headers confirm"),
    ROOTS_DENIED(COUNTER, "rootsDenied", "Check own headers", "Roots that own headers deny"),
    ROOTS_ASKED(COUNTER, "rootsAsked", "Check own headers", "Roots left to the chain trackers"),
    CHAIN_TRACKER_QUESTIONS(
            GAUGE,
            "chainTrackerQuestions",
            "Prove open roots, Prove network events",
            "Questions put to the chain trackers since the start; the rest came from the cache"),
    CHAIN_TRACKER_DISAGREEMENTS(
            GAUGE,
            "chainTrackerDisagreements",
            "Prove open roots, Prove network events",
            "Roots since the start that one chain tracker confirmed and another denied"),
    CHAIN_TRACKERS_SUSPENDED(
            GAUGE,
            "chainTrackersSuspended",
            "Prove open roots, Prove network events",
            "Chain trackers that are left alone for a while because they kept failing"),
    ROOT_LOOKUP_MILLIS(
            HISTOGRAM,
            "rootLookupMillis",
            "Prove open roots",
            "How long a submission with open roots waited for the chain trackers"),

    VERIFICATION_MICROS(
            HISTOGRAM,
            "verificationMicros",
            "Run scripts",
            "SPV verification of one submission: all rules and scripts, without lookups"),
    SCRIPT_COST(
            COUNTER,
            "scriptCost",
            "Run scripts",
            "Work of the scripts of accepted submissions, in the limits' units"),
    VERIFIED_CACHE_HITS(
            COUNTER,
            "verifiedCacheHits",
            "Run scripts",
            "Transactions whose scripts were remembered as verified"),
    VERIFIED_CACHE_MISSES(
            COUNTER,
            "verifiedCacheMisses",
            "Run scripts",
            "Transactions whose scripts were not remembered"),

    RESULTS(
            COUNTER,
            "results",
            "Publish refusals, Track transactions",
            "Results written, one for each submission",
            "outcome"),
    REFUSALS(
            COUNTER,
            "refusals",
            "Publish refusals, Track transactions",
            "Results other than admitted, by their reason",
            "category",
            "reason"),
    PROCESSING_MILLIS(
            HISTOGRAM,
            "processingMillis",
            "Publish refusals, Coordinate votes",
            "From the timestamp of a submission's record to its refusal or decision"),

    LEDGER_PROPOSALS(COUNTER, "ledgerProposals", "Apply to ledger", "Proposals put to ledgers"),
    LEDGER_VOTES(COUNTER, "ledgerVotes", "Apply to ledger", "Votes of ledgers", "vote"),
    LEDGER_ORDERS(COUNTER, "ledgerOrders", "Apply to ledger", "Orders to ledgers", "order"),
    LEDGER_OBJECTIONS(
            COUNTER,
            "ledgerObjections",
            "Apply to ledger",
            "Transactions that cannot stay because what they stand on was undone"),
    LEDGER_STEP_MICROS(
            HISTOGRAM,
            "ledgerStepMicros",
            "Apply to ledger",
            "One step of a ledger, its state accesses included"),
    LEDGER_SEQUENCE(
            GAUGE,
            "ledgerSequence",
            "Apply to ledger",
            "Changes that an unpartitioned ledger has made, once this subtask has seen it",
            "ledger"),
    LEDGER_DIGEST(
            GAUGE,
            "ledgerDigest",
            "Apply to ledger",
            "The highest 48 bits of its live coins' digest: equal sequence, equal digest",
            "ledger"),
    LEDGER_GAPS(
            COUNTER,
            "ledgerGaps",
            "Apply to ledger",
            "Ledgers found elsewhere than where their last change left them; always 0"),

    DECISIONS(COUNTER, "decisions", "Coordinate votes", "Decisions taken", "decision"),
    ATOMIC_DECISIONS(
            COUNTER,
            "atomicDecisions",
            "Coordinate votes",
            "Decisions on submissions to several ledgers that decide together",
            "decision"),
    UNDECIDED(
            GAUGE,
            "undecided",
            "Coordinate votes",
            "Submissions to several ledgers whose votes are not complete (of 10,000 at most)"),
    OLDEST_UNDECIDED_SECONDS(
            GAUGE, "oldestUndecidedSeconds", "Coordinate votes", "The age of the oldest of them"),
    LOOP_MILLIS(
            HISTOGRAM,
            "loopMillis",
            "Open decisions",
            "From a decision to its reading back, once its checkpoint has completed"),
    DECISIONS_ABANDONED(
            COUNTER,
            "decisionsAbandoned",
            "Open decisions",
            "Decisions passed over because they belong to a history that was given up"),

    BROADCASTS(COUNTER, "broadcasts", "Broadcast", "Subjects handed to the endpoints"),
    BROADCAST_OUTCOMES(
            COUNTER,
            "broadcastOutcomes",
            "Broadcast",
            "What all endpoints together said about a subject",
            "outcome"),
    BROADCAST_MILLIS(
            HISTOGRAM, "broadcastMillis", "Broadcast", "From the first post to that outcome"),
    BROADCASTS_IN_FLIGHT(GAUGE, "broadcastsInFlight", "Broadcast", "Subjects without an outcome"),
    OLDEST_BROADCAST_SECONDS(
            GAUGE, "oldestBroadcastSeconds", "Broadcast", "The age of the oldest of them"),
    ENDPOINT_ANSWERS(
            COUNTER,
            "endpointAnswers",
            "Broadcast",
            "Answers to subjects; unknown ones include those that were not waited for",
            "endpoint",
            "answer"),
    ENDPOINT_DISAGREEMENTS(
            COUNTER,
            "endpointDisagreements",
            "Broadcast",
            "Subjects that one endpoint accepted and another one called invalid"),
    ENDPOINT_POSTS(
            GAUGE,
            "endpointPosts",
            "Broadcast",
            "Posts answered or failed since the start",
            "endpoint"),
    ENDPOINT_FAILED_POSTS(
            GAUGE, "endpointFailedPosts", "Broadcast", "Those without a usable answer", "endpoint"),
    ENDPOINT_UP(
            GAUGE,
            "endpointUp",
            "Broadcast",
            "0 if the last post had no usable answer",
            "endpoint"),

    ADMISSIONS(COUNTER, "admissions", "Track transactions", "Admissions published"),
    ROLLBACKS(COUNTER, "rollbacks", "Track transactions", "Rollbacks published"),
    TRANSITIONS(
            COUNTER,
            "transitions",
            "Track transactions",
            "Transactions that entered a phase",
            "phase"),
    TRANSACTIONS_CONFIRMED(
            COUNTER,
            "transactionsConfirmed",
            "Track transactions",
            "Transactions that a block was found to hold"),
    UNANSWERED(
            GAUGE,
            "unanswered",
            "Track transactions",
            "Committed submissions in flight without a result (of 10,000 at most)"),
    OLDEST_UNANSWERED_SECONDS(
            GAUGE,
            "oldestUnansweredSeconds",
            "Track transactions",
            "The age of the oldest of them, since this subtask saw its decision"),

    STORE_RECORDS(
            COUNTER,
            "storeRecords",
            "Store transactions",
            "Transactions written as BEEF of their own: once, and again with each proof"),
    PROOFS_PUBLISHED(
            COUNTER,
            "proofsPublished",
            "Store transactions",
            "Proofs of admitted transactions written to the change log"),

    HEADERS_REFUSED(GAUGE, "headersRefused", "Keep headers", "Headers refused since the start"),
    HEADERS_ORPHANED(GAUGE, "headersOrphaned", "Keep headers", "Headers whose parent is missing"),
    CHAIN_REORGANISATIONS(
            GAUGE, "chainReorganisations", "Keep headers", "Reorganisations since the start"),
    DEEP_REORGANISATIONS(
            COUNTER, "deepReorganisations", "Keep headers", "Those that undid two blocks or more"),
    CHAIN_TIP_HEIGHT(
            GAUGE,
            "chainTipHeight",
            "Keep headers",
            "Height of the own best chain, -1 without one"),
    CHAIN_TIP_AGE_SECONDS(
            GAUGE,
            "chainTipAgeSeconds",
            "Keep headers",
            "How long ago the tip last changed, or this step started"),
    CHAIN_IN_STEP(
            GAUGE,
            "chainInStep",
            "Keep headers",
            "1 while the own tip is as high as the services'"),
    MALFORMED_HEADER_EVENTS(
            COUNTER, "malformedHeaderEvents", "Read header events", "Header events dropped"),
    MALFORMED_NETWORK_EVENTS(
            COUNTER, "malformedNetworkEvents", "Open network events", "Network events dropped");

    /** What Flink's Prometheus reporter puts before the metrics of a step. */
    public static final String PREFIX = "flink_taskmanager_job_task_operator_brisket_";

    /** The group, below the step, that holds all of them. */
    static final String GROUP = "brisket";

    private final MetricKind kind;
    private final String text;
    private final String steps;
    private final String meaning;
    private final List<String> labels;

    Metric(MetricKind kind, String text, String steps, String meaning, String... labels) {
        this.kind = kind;
        this.text = text;
        this.steps = steps;
        this.meaning = meaning;
        this.labels = List.of(labels);
    }

    public MetricKind kind() {
        return kind;
    }

    /** The name without scope and labels. */
    public String text() {
        return text;
    }

    /** Titles of the steps that register it. */
    public String steps() {
        return steps;
    }

    public String meaning() {
        return meaning;
    }

    /** Names of its labels, in their order. */
    public List<String> labels() {
        return labels;
    }

    /** The name in Prometheus; a label's name is part of it, as with Flink's own metrics. */
    public String exportedName() {
        StringBuilder name = new StringBuilder(PREFIX);
        labels.forEach(label -> name.append(label).append('_'));
        return name.append(text).toString();
    }
}
