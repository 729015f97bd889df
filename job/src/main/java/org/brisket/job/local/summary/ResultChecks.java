package org.brisket.job.local.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.DeadLetter;
import org.brisket.job.local.traffic.ObservedResult;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.job.local.traffic.Tally;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.RejectionReason;

/** The checks that compare what came back with what was sent. */
final class ResultChecks {
    private final Answers answers;
    private final Records records;
    private final Predicate<Txid> refusedByNetwork;

    /**
     * @param refusedByNetwork whether the network gave reason to undo a transaction, as it does in
     *     scenarios only
     */
    ResultChecks(Answers answers, Records records, Predicate<Txid> refusedByNetwork) {
        this.answers = answers;
        this.records = records;
        this.refusedByNetwork = refusedByNetwork;
    }

    /**
     * G1: every submission has exactly one result.
     *
     * @param complete false if the run was stopped before all results could be there
     */
    Check oneResultEach(boolean complete) {
        Tally tally = answers.tally();
        List<SentSubmission> missing = answers.unanswered(Integer.MAX_VALUE);
        List<String> examples = new ArrayList<>();
        missing.forEach(each -> examples.add(each.id() + " has none"));
        answers.doubled().forEach(id -> examples.add(id + " has several"));
        String open = complete ? "missing" : "open when it was stopped";
        String text =
                Check.text(
                        "one result each: %,d submitted, %,d answered, %,d %s, %,d doubled",
                        tally.sent(), tally.answered(), missing.size(), open, tally.doubled());
        boolean ok = tally.doubled() == 0 && (!complete || missing.isEmpty());
        return new Check("G1", ok, text + (ok ? "" : Check.examples(examples)));
    }

    /** G1: every result is the expected one. */
    Check expectedVerdicts() {
        Tally tally = answers.tally();
        List<String> wrong = new ArrayList<>();
        for (SentSubmission sent : answers.submissions()) {
            Optional<ObservedResult> result = answers.resultOf(sent.id());
            if (result.isPresent()
                    && !sent.expected().isMetBy(result.get())
                    && !isUndoneWithReason(sent, result.get())) {
                wrong.add(
                        Check.text(
                                "%s %s is %s, expected %s",
                                sent.id(),
                                sent.kind().toLowerCase(Locale.ROOT),
                                result.get(),
                                sent.expected()));
            }
        }
        String text =
                Check.text(
                        "verdicts as expected: %,d admitted, %,d rejected, %,d rolled back, %,d unexpected",
                        tally.admitted(), tally.rejected(), tally.rolledBack(), wrong.size());
        return new Check("G1", wrong.isEmpty(), text + Check.examples(wrong));
    }

    private boolean isUndoneWithReason(SentSubmission sent, ObservedResult result) {
        return (result.status().equals(ObservedResult.ROLLED_BACK) || fellWithItsParent(result))
                && sent.expected().admitted()
                && sent.txid().filter(refusedByNetwork).isPresent();
    }

    /** Its parent was undone while it was decided, so that it never got as far as a rollback. */
    private static boolean fellWithItsParent(ObservedResult result) {
        return result.status().equals(ObservedResult.REJECTED)
                && result.reason().equals(RejectionReason.PARENT_ROLLED_BACK.name());
    }

    /** G7: every submission of one transaction got the same answer, and it was admitted once. */
    Check harmlessRepeats(NetworkEffects effects) {
        Map<Txid, ObservedResult> first = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        long repeats = 0;
        for (SentSubmission sent : answers.submissions()) {
            Optional<ObservedResult> result = answers.resultOf(sent.id());
            if (result.isEmpty()
                    || sent.txid().isEmpty()
                    || !sent.expected().isAdmissionOnly()
                    || refusedByNetwork.test(sent.txid().get())) {
                continue;
            }
            ObservedResult earlier = first.putIfAbsent(sent.txid().get(), result.get());
            if (earlier != null) {
                repeats++;
                if (!sameAnswer(earlier, result.get())) {
                    wrong.add(sent.id() + " got another answer than its transaction before");
                }
            }
        }
        records.doubleAdmissions().forEach(twice -> wrong.add(twice + " was admitted twice"));
        wrong.addAll(effects.doubled());
        String text =
                Check.text(
                        "repeats change nothing: %,d repeats, %,d different answers or double effects",
                        repeats, wrong.size());
        return new Check("G7", wrong.isEmpty(), text + Check.examples(wrong));
    }

    private static boolean sameAnswer(ObservedResult one, ObservedResult other) {
        return one.status().equals(other.status())
                && one.reason().equals(other.reason())
                && one.steak().equals(other.steak());
    }

    /** G8: every refused submission lies in the topic of rejections once, byte for byte. */
    Check deadLetters() {
        List<String> wrong = new ArrayList<>();
        long refused = 0;
        for (SentSubmission sent : answers.submissions()) {
            Optional<ObservedResult> result = answers.resultOf(sent.id());
            boolean rejected =
                    result.isPresent() && result.get().status().equals(ObservedResult.REJECTED);
            refused += rejected ? 1 : 0;
            List<DeadLetter> letters = records.deadLettersOf(sent.id());
            problem(sent, rejected ? result.get().reason() : "", letters)
                    .ifPresent(problem -> wrong.add(sent.id() + " " + problem));
        }
        String text =
                Check.text(
                        "dead letters byte for byte: %,d refused, %,d wrong",
                        refused, wrong.size());
        return new Check("G8", wrong.isEmpty(), text + Check.examples(wrong));
    }

    private static Optional<String> problem(
            SentSubmission sent, String reason, List<DeadLetter> letters) {
        int wanted = reason.isEmpty() ? 0 : 1;
        if (letters.size() != wanted) {
            return Optional.of(Check.text("has %d dead letters, not %d", letters.size(), wanted));
        }
        if (wanted == 0) {
            return Optional.empty();
        }
        if (!letters.get(0).fingerprint().equals(sent.fingerprint())) {
            return Optional.of("came back changed");
        }
        return letters.get(0).reason().equals(reason)
                ? Optional.empty()
                : Optional.of(
                        Check.text(
                                "has reason %s in its dead letter, %s in its result",
                                letters.get(0).reason(), reason));
    }
}
