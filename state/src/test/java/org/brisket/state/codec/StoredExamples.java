package org.brisket.state.codec;

import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleTransactions;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.coordination.BallotCodec;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.DecisionCodec;
import org.brisket.state.coordination.Timelines;
import org.brisket.state.coordination.TimelinesCodec;
import org.brisket.state.ledger.AncestorVerdict;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.ApplicationCodec;
import org.brisket.state.ledger.BacklogRange;
import org.brisket.state.ledger.BacklogRangeCodec;
import org.brisket.state.ledger.Claim;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.CoinCodec;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerMessageCodec;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerOrderCodec;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerPositionCodec;
import org.brisket.state.ledger.LedgerTask;
import org.brisket.state.ledger.LedgerTaskCodec;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;
import org.brisket.state.ledger.ParkedLine;
import org.brisket.state.ledger.ParkedLineCodec;
import org.brisket.state.ledger.ParkedList;
import org.brisket.state.ledger.ParkedListCodec;
import org.brisket.state.ledger.ParkedSlot;
import org.brisket.state.ledger.ParkedSlotCodec;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.ProposalCodec;
import org.brisket.state.ledger.SpentOutput;
import org.brisket.state.ledger.TokenAccount;
import org.brisket.state.ledger.TokenAccountCodec;
import org.brisket.state.ledger.TokenBalance;
import org.brisket.state.ledger.TokenBalanceCodec;
import org.brisket.state.ledger.TokenSlot;
import org.brisket.state.ledger.TokenSlotCodec;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.DecodedSubmissionCodec;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.ProvenSubmissionCodec;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.RefusalCodec;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.submission.VerifiedSubmission;
import org.brisket.state.submission.VerifiedSubmissionCodec;
import org.brisket.state.tracking.LateNews;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkNewsCodec;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.NetworkObservationCodec;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.Polling;
import org.brisket.state.tracking.StatusReportCodec;
import org.brisket.state.tracking.TrackedTransaction;
import org.brisket.state.tracking.TrackedTransactionCodec;
import org.brisket.state.tracking.WaitingSubmission;
import org.brisket.state.tracking.WaitingSubmissionCodec;

/** At least one value of every type that is stored or travels, by the name of its golden file. */
final class StoredExamples {
    /** A value with its codec. */
    record Example<T>(Codec<T> codec, T value) {}

    private static final List<String> VOTERS = List.of("TOPIC:tm_a", "TOPIC:tm_b");
    private static final Transaction SUBJECT = funding(1, 2);
    private static final Txid TXID = SUBJECT.txid();
    private static final Txid OTHER = funding(2, 1).txid();
    private static final byte[] EXTENDED = ExampleTransactions.extended(SUBJECT);
    private static final MerkleRoot ROOT = MerkleRoot.fromInternal(OTHER.toInternal());
    private static final SubmissionTicket TICKET = ExampleTickets.together(TXID, 300, 2);
    private static final KafkaRecord SOURCE = ExampleTickets.source(300);
    private static final SubmissionPayload PAYLOAD =
            new SubmissionPayload(List.of(new byte[] {1}, new byte[] {2, 3}), SOURCE);
    private static final Rejection REJECTION =
            new Rejection(RejectionReason.INVALID_SCRIPT, "größer");
    private static final EndpointAnswer ANSWER =
            new EndpointAnswer(
                    "arc", AnswerKind.CONTESTED, "DOUBLE_SPEND_ATTEMPTED", 200, "", List.of(OTHER));

    private static final LedgerPosition POSITION =
            new LedgerPosition(300, new LiveDigest(1, -2, 3, Long.MIN_VALUE));

    private static final ByteSlice OWNER = KeyWallet.anyone().identityKey().bytes();
    private static final CoinContent TEA =
            new CoinContent("tea", 300, OWNER, new TreeMap<>(Map.of("state", "größer", "a", "b")));

    private final Map<String, Example<?>> examples = new LinkedHashMap<>();

    private StoredExamples() {}

    static Map<String, Example<?>> all() throws MalformedException {
        StoredExamples all = new StoredExamples();
        all.addLedgers();
        all.addCoordination();
        all.addTracking();
        all.addSubmissions();
        all.examples.putAll(QueryExamples.all());
        return all.examples;
    }

    private <T> void add(String name, Codec<T> codec, T value) {
        examples.put(name, new Example<>(codec, value));
    }

    private void addLedgers() {
        add("txid", new TxidCodec(), TXID);
        add("outpoint", new OutpointCodec(), new Outpoint(TXID, 0xFFFFFFFEL));
        add("coin-pending", new CoinCodec(), Coin.unspent(true));
        add("coin-spent", new CoinCodec(), Coin.unspent(false).spentBy(OTHER));
        add("coin-of-basket", new CoinCodec(), new Coin(true, Optional.of(OTHER), some(TEA), 300));
        addTokens();
        for (Application.Status status : Application.Status.values()) {
            String name = "application-" + status.name().toLowerCase(java.util.Locale.ROOT);
            add(name, new ApplicationCodec(), application(status));
        }
        add("ledger-position", new LedgerPositionCodec(), POSITION);
        Proposal first =
                new Proposal(
                        TICKET,
                        "TOPIC:tm_a",
                        EXTENDED,
                        PAYLOAD.ancestors(),
                        new byte[] {9},
                        Optional.of(SOURCE),
                        VOTERS);
        Proposal later =
                new Proposal(
                        TICKET,
                        "TOPIC:tm_b",
                        EXTENDED,
                        PAYLOAD.ancestors(),
                        new byte[0],
                        Optional.empty(),
                        VOTERS);
        add("proposal-first", new ProposalCodec(), first);
        add("proposal-later", new ProposalCodec(), later);
        add("parked-line", new ParkedLineCodec(), new ParkedLine(1, 300, 1L << 40));
        add("parked-slot", new ParkedSlotCodec(), new ParkedSlot(TXID, 300));
        add("backlog-range", new BacklogRangeCodec(), new BacklogRange(1, 300));
        add("task-release", new LedgerTaskCodec(), new LedgerTask.Release(TXID));
        add("task-forget", new LedgerTaskCodec(), new LedgerTask.Forget(TXID, 300));
        add("parked-list", new ParkedListCodec(), new ParkedList(List.of(later, first)));
        for (LedgerOrder.Kind kind : LedgerOrder.Kind.values()) {
            String name = "order-" + kind.name().toLowerCase(java.util.Locale.ROOT);
            add(
                    name,
                    new LedgerOrderCodec(),
                    new LedgerOrder("TOPIC:tm_a", kind, TXID, TICKET.key(), 300));
        }
    }

    private void addTokens() {
        TokenAccount account = new TokenAccount("tea", OWNER);
        add("token-account", new TokenAccountCodec(), account);
        add("token-account-of-all", new TokenAccountCodec(), TokenAccount.ofAll("tea"));
        add("token-slot", new TokenSlotCodec(), new TokenSlot(account, 300));
        BigInteger large = BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE);
        add("token-balance", new TokenBalanceCodec(), new TokenBalance(large, 300));
    }

    private static <T> Optional<T> some(T value) {
        return Optional.of(value);
    }

    private static Optional<SubmissionPayload> some() {
        return Optional.of(PAYLOAD);
    }

    private static Application application(Application.Status status) {
        return new Application(
                status,
                List.of(new Claim("beef-submissions-0-1", OTHER)),
                Optional.of(OTHER),
                new Instructions(List.of(0, 200), List.of(1), List.of(0)),
                List.of(output(SUBJECT, 1)),
                POSITION,
                List.of(new SpentOutput(200, OTHER)));
    }

    private void addCoordination() {
        LedgerMessageCodec messages = new LedgerMessageCodec();
        add("vote-yes", messages, vote(ExampleVerdicts.yes("a"), some()));
        add("vote-spending", messages, vote(ExampleVerdicts.spending("a"), Optional.empty()));
        add("vote-no", messages, vote(ExampleVerdicts.no("b"), Optional.empty()));
        add("objection", messages, new LedgerMessage.Objection(TXID, OTHER));
        add("ancestor-objection", messages, new LedgerMessage.AncestorObjection(TXID, OTHER, TXID));
        var verdicts = List.of(ExampleVerdicts.repeated("a"), ExampleVerdicts.no("b"));
        add(
                "ballot",
                new BallotCodec(),
                new Ballot(
                        TICKET,
                        verdicts,
                        ancestors(),
                        EXTENDED,
                        some(),
                        Optional.of(OTHER),
                        VOTERS));
        DecisionCodec decisions = new DecisionCodec();
        add(
                "commit",
                decisions,
                new Decision.Commit(TICKET, verdicts, List.of(OTHER), List.of(EXTENDED)));
        add(
                "abort",
                decisions,
                new Decision.Abort(TICKET, verdicts, ancestors(), Optional.of(OTHER), SOURCE));
        add("repeat", decisions, new Decision.Repeat(TICKET, verdicts));
        add("rollback", decisions, new Decision.Rollback(TXID, OTHER));
        add("ancestor", decisions, new Decision.Ancestor(TICKET, verdicts));
        add("poll", decisions, new Decision.Poll(TXID, List.of(EXTENDED)));
    }

    private static List<AncestorVerdict> ancestors() {
        return List.of(new AncestorVerdict(OTHER, ExampleVerdicts.yes("a")));
    }

    private static LedgerMessage vote(LedgerVerdict verdict, Optional<SubmissionPayload> payload) {
        byte[] extended = payload.isPresent() ? EXTENDED : new byte[0];
        return new LedgerMessage.Vote(TICKET, verdict, ancestors(), extended, payload, VOTERS);
    }

    private void addTracking() {
        var verdicts = List.of(ExampleVerdicts.yes("a"));
        TrackedTransactionCodec tracked = new TrackedTransactionCodec();
        add(
                "tracked-accepted",
                tracked,
                new TrackedTransaction(
                        Phase.ACCEPTED,
                        verdicts,
                        List.of(ANSWER),
                        0,
                        0,
                        true,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Polling.SENT,
                        LateNews.NONE));
        add(
                "tracked-suspect",
                tracked,
                new TrackedTransaction(
                        Phase.SUSPECT,
                        verdicts,
                        List.of(),
                        800_000,
                        1_700_000_000_000L,
                        false,
                        Optional.of(REJECTION),
                        2));
        add("tracked-rolled-back", tracked, rolledBack(verdicts));
        add(
                "timelines",
                new TimelinesCodec(),
                Timelines.first().rewound("again", 21).rewound("third", 34));
        add("waiting", new WaitingSubmissionCodec(), new WaitingSubmission(TICKET, verdicts));
        NetworkObservationCodec observations = new NetworkObservationCodec();
        add(
                "answered",
                observations,
                new NetworkObservation.Answered(new BroadcastOutcome(TXID, List.of(ANSWER))));
        add("hinted", observations, new NetworkObservation.Hinted(TXID, true));
        add("mined", observations, new NetworkObservation.Mined(TXID, 800_000));
        add(
                "mined-proven",
                observations,
                new NetworkObservation.Mined(TXID, 800_000, some(StoreExamples.PROOF)));
        BroadcastOutcome outcome = new BroadcastOutcome(TXID, List.of(ANSWER));
        add("polled", observations, new NetworkObservation.Polled(outcome));
        add("posted-again", observations, new NetworkObservation.PostedAgain(outcome));
        RootQuery query = new RootQuery(800_000, ROOT);
        add(
                "status-report",
                new StatusReportCodec(),
                new StatusReport(outcome, List.of(StoreExamples.PROOF.path())));
        NetworkNewsCodec news = new NetworkNewsCodec();
        add("news-seen", news, new NetworkNews(TXID, true, Optional.empty()));
        add("news-mined", news, new NetworkNews(TXID, false, Optional.of(query)));
        add("news-proven", news, NetworkNews.proven(TXID, false, StoreExamples.PROOF));
    }

    private static TrackedTransaction rolledBack(List<LedgerVerdict> verdicts) {
        return new TrackedTransaction(
                Phase.ROLLED_BACK,
                verdicts,
                List.of(ANSWER),
                800_000,
                0,
                true,
                Optional.of(REJECTION),
                0,
                Optional.of(ROOT),
                new Polling(true, 1_700_000_000_000L, 1_600_000_000_000L, 300, 1, 799_999),
                LateNews.CONFLICT_ON_CHAIN);
    }

    private void addSubmissions() throws MalformedException {
        SubmissionOptions options =
                new SubmissionOptions(
                        "s1",
                        List.of("tm_a", "tm_b"),
                        Atomicity.INDEPENDENT,
                        SubmissionMode.HISTORICAL,
                        false);
        byte[] beef = Hex.decode(BeefExamples.BRC_62);
        KafkaRecord source =
                new KafkaRecord("in", 1, 2, 3, new byte[0], beef, List.of(Header.of("h", "v")));
        DecodedSubmission decoded =
                new DecodedSubmission(
                        source,
                        options,
                        Beef.parse(beef, BeefLimits.DEFAULT).graph(),
                        ByteSlice.EMPTY);
        add("decoded", new DecodedSubmissionCodec(), decoded);
        examples.putAll(HeaderExamples.all(decoded));
        ProvenSubmissionCodec proven = new ProvenSubmissionCodec();
        ChainTip tip = new ChainTip(814_500, 1_700_000_000L);
        add("proven", proven, new ProvenSubmission(decoded, tip, Optional.empty()));
        add("unproven", proven, new ProvenSubmission(decoded, tip, Optional.of(REJECTION)));
        add(
                "verified",
                new VerifiedSubmissionCodec(),
                new VerifiedSubmission(
                        SOURCE,
                        options,
                        TXID,
                        EXTENDED,
                        List.of(new byte[] {5}),
                        800_000,
                        new byte[] {6}));
        add("refusal", new RefusalCodec(), new Refusal("s1", Optional.of(TXID), REJECTION, SOURCE));
        add(
                "outbound",
                new OutboundRecordCodec(),
                new OutboundRecord(
                        "beef-results",
                        new byte[] {1},
                        new byte[] {2},
                        List.of(new Header("h", new byte[] {3}))));
    }
}
