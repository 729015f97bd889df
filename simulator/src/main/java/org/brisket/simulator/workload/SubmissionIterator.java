package org.brisket.simulator.workload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.chain.Coin;
import org.brisket.simulator.workload.RecentPayments.Payment;

/** One walk through a workload; all its randomness comes from the seed. */
final class SubmissionIterator implements Iterator<PlannedSubmission> {
    private static final String ANY = "tm_any";
    private static final String HELLO = "tm_hello";
    private static final String NOWHERE = "tm_nowhere";
    private static final int RECORD_KEYS = 64;

    private final long seed;
    private final WorkloadOptions options;
    private final SplittableRandom random;
    private final CoinSource coins;
    private final TransactionForge transactions;
    private final BeefForge beefs;
    private final RecentPayments recent;
    private final double totalWeight;
    private long number;

    SubmissionIterator(long seed, WorkloadOptions options, WorkloadKeys keys, CoinSource coins) {
        this.seed = seed;
        this.options = options;
        this.random = new SplittableRandom(seed);
        this.coins = coins;
        this.transactions = new TransactionForge(keys, random);
        this.beefs = new BeefForge(random);
        this.recent = new RecentPayments(random);
        this.totalWeight =
                options.weights().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public boolean hasNext() {
        return number < options.count();
    }

    @Override
    public PlannedSubmission next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the workload ends after " + options.count());
        }
        PlannedSubmission next = plan(chooseKind());
        number++;
        return next;
    }

    private SubmissionKind chooseKind() {
        double point = random.nextDouble() * totalWeight;
        // In the order of the enum, because a map's order is not the same everywhere.
        for (SubmissionKind kind : SubmissionKind.values()) {
            point -= options.weights().getOrDefault(kind, 0.0);
            if (point < 0) {
                return kind;
            }
        }
        return SubmissionKind.VALID;
    }

    private PlannedSubmission plan(SubmissionKind kind) {
        return switch (kind) {
            case VALID -> valid();
            case CHAINED -> recent.takeUnspent().map(this::chained).orElseGet(this::valid);
            case REPEAT -> recent.any().map(this::repeat).orElseGet(this::valid);
            case BAD_SIGNATURE ->
                    bad(
                            kind,
                            FundedCoin::lineage,
                            transactions::badSignature,
                            RejectionReason.INVALID_SCRIPT);
            case WRONG_ROOT ->
                    bad(
                            kind,
                            coin -> beefs.withWrongRoot(coin.lineage()),
                            transactions::payment,
                            RejectionReason.INVALID_MERKLE_ROOT);
            case VALUE_NOT_CONSERVED ->
                    bad(
                            kind,
                            FundedCoin::lineage,
                            transactions::createsValue,
                            RejectionReason.VALUE_NOT_CONSERVED);
            case DUPLICATE_INPUT ->
                    bad(
                            kind,
                            FundedCoin::lineage,
                            transactions::duplicateInput,
                            RejectionReason.DUPLICATE_SPEND,
                            RejectionReason.INVALID_TRANSACTION);
            case MALFORMED -> malformed();
            case UNKNOWN_TOPIC -> unknownTopic();
        };
    }

    private PlannedSubmission valid() {
        return pay(SubmissionKind.VALID, coins.take(), recordKey());
    }

    private PlannedSubmission chained(Payment parent) {
        Coin change = new Coin(parent.lineage().subject(), TransactionForge.CHANGE);
        FundedCoin funded = new FundedCoin(change, parent.keyNumber(), parent.lineage());
        return pay(SubmissionKind.CHAINED, funded, parent.recordKey());
    }

    private PlannedSubmission pay(SubmissionKind kind, FundedCoin funded, byte[] recordKey) {
        boolean hello = random.nextDouble() < options.helloShare();
        Transaction transaction =
                hello
                        ? transactions.greeting(funded, "hello " + number)
                        : transactions.payment(funded);
        Payment payment =
                new Payment(
                        funded.lineage().then(transaction),
                        funded.keyNumber(),
                        recordKey,
                        hello ? List.of(ANY, HELLO) : List.of(ANY));
        recent.add(payment, payment.lineage().unmined().size() < options.maxUnmined());
        return submission(kind, payment, ExpectedVerdict.ADMITTED);
    }

    private PlannedSubmission repeat(Payment earlier) {
        return submission(SubmissionKind.REPEAT, earlier, ExpectedVerdict.ADMITTED);
    }

    private interface LineageMaker {
        Lineage of(FundedCoin coin);
    }

    private interface TransactionMaker {
        Transaction spending(FundedCoin coin);
    }

    private PlannedSubmission bad(
            SubmissionKind kind,
            LineageMaker lineage,
            TransactionMaker transaction,
            RejectionReason reason,
            RejectionReason... others) {
        FundedCoin funded = coins.take();
        Lineage full = lineage.of(funded).then(transaction.spending(funded));
        Payment payment = new Payment(full, funded.keyNumber(), recordKey(), List.of(ANY));
        return submission(kind, payment, ExpectedVerdict.rejected(reason, others));
    }

    private PlannedSubmission unknownTopic() {
        FundedCoin funded = coins.take();
        List<String> topics = random.nextBoolean() ? List.of(NOWHERE) : List.of(ANY, NOWHERE);
        Lineage lineage = funded.lineage().then(transactions.payment(funded));
        return submission(
                SubmissionKind.UNKNOWN_TOPIC,
                new Payment(lineage, funded.keyNumber(), recordKey(), topics),
                ExpectedVerdict.rejected(RejectionReason.UNKNOWN_TOPIC));
    }

    private PlannedSubmission malformed() {
        FundedCoin funded = coins.take();
        Lineage lineage = funded.lineage().then(transactions.payment(funded));
        return new PlannedSubmission(
                id(),
                recordKey(),
                beefs.malformed(lineage),
                headers(List.of(ANY)),
                SubmissionKind.MALFORMED,
                ExpectedVerdict.rejected(RejectionReason.MALFORMED_BEEF),
                Optional.empty());
    }

    private PlannedSubmission submission(
            SubmissionKind kind, Payment payment, ExpectedVerdict expected) {
        Txid txid = payment.lineage().subject().txid();
        return new PlannedSubmission(
                id(),
                payment.recordKey(),
                beefs.encode(payment.lineage()),
                headers(payment.topics()),
                kind,
                expected,
                Optional.of(txid));
    }

    private String id() {
        return "w" + seed + "-" + number;
    }

    private byte[] recordKey() {
        return ("wallet-" + random.nextInt(RECORD_KEYS)).getBytes(StandardCharsets.US_ASCII);
    }

    private List<Header> headers(List<String> topics) {
        List<Header> headers = new ArrayList<>(4);
        String list =
                random.nextBoolean()
                        ? String.join(", ", topics)
                        : "[\"" + String.join("\",\"", topics) + "\"]";
        headers.add(Header.of(SubmissionHeaders.TOPICS, list));
        headers.add(Header.of(SubmissionHeaders.SUBMISSION_ID, id()));
        if (random.nextInt(4) == 0) {
            headers.add(Header.of(SubmissionHeaders.ATOMICITY, "all-or-nothing"));
            headers.add(Header.of(SubmissionHeaders.MODE, "current"));
            headers.add(Header.of(SubmissionHeaders.OFF_CHAIN_VALUES, "false"));
        }
        return headers;
    }
}
