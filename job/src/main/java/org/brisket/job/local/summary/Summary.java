package org.brisket.job.local.summary;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.Tally;
import org.brisket.protocol.hash.Txid;

/** The end of a run: every promise with its figures, and whether all were kept. */
public final class Summary {
    private final List<Check> checks;
    private final List<String> figures;

    private Summary(List<Check> checks, List<String> figures) {
        this.checks = List.copyOf(checks);
        this.figures = List.copyOf(figures);
    }

    /**
     * What is known about a run from outside the job.
     *
     * @param posted every txid that the simulated network received
     * @param restarts how often the job restarted; negative if that is not known
     * @param confirmed transactions that the job knows to be in a block
     * @param complete false if the run was stopped before all results could be there
     */
    public record Evidence(
            Answers answers,
            Records records,
            NetworkEffects effects,
            Set<Txid> posted,
            long restarts,
            long confirmed,
            boolean complete) {}

    public static Summary of(Evidence evidence) {
        ResultChecks results = new ResultChecks(evidence.answers(), evidence.records());
        List<Check> checks = new ArrayList<>();
        checks.add(results.oneResultEach(evidence.complete()));
        checks.add(results.expectedVerdicts());
        checks.add(decidedBeforePosted(evidence));
        checks.add(results.harmlessRepeats(evidence.effects()));
        checks.add(results.deadLetters());
        checks.add(restarts(evidence));
        return new Summary(checks, figures(evidence));
    }

    /** G3: the network received nothing but what a committed decision holds. */
    private static Check decidedBeforePosted(Evidence evidence) {
        List<String> undecided =
                evidence.posted().stream()
                        .filter(txid -> !evidence.records().isCommitted(txid))
                        .map(Txid::toString)
                        .sorted()
                        .toList();
        String text =
                Check.text(
                        "decided before it was sent: %,d transactions on the network, %,d without a COMMIT",
                        evidence.posted().size(), undecided.size());
        return new Check("G3", undecided.isEmpty(), text + Check.examples(undecided));
    }

    /** Whoever is told to stop may find the cluster gone before it could be asked. */
    private static Check restarts(Evidence evidence) {
        boolean unknown = evidence.restarts() < 0;
        boolean ok = unknown ? !evidence.complete() : evidence.restarts() == 0;
        String count = unknown ? "unknown" : Long.toString(evidence.restarts());
        return new Check("no failure", ok, "job restarts: " + count);
    }

    private static List<String> figures(Evidence evidence) {
        Tally tally = evidence.answers().tally();
        return List.of(
                Check.text(
                        "  %,d results in %.1f s: %,.0f/s, latency p50 %,d ms, p99 %,d ms",
                        tally.answered(),
                        tally.duration().toMillis() / 1000.0,
                        tally.rate(),
                        tally.latencyP50(),
                        tally.latencyP99()),
                Check.text(
                        "  %,d transactions confirmed by callbacks with proofs; %,d rollbacks;"
                                + " %,d results of other senders",
                        evidence.confirmed(), evidence.records().rollbacks(), tally.foreign()));
    }

    public List<Check> checks() {
        return checks;
    }

    public boolean isOk() {
        return checks.stream().allMatch(Check::ok);
    }

    public void print(PrintWriter out) {
        out.println("Summary");
        checks.forEach(check -> out.println(check.line()));
        figures.forEach(out::println);
        out.println(isOk() ? "All figures are as they must be." : "Some figures are off.");
        out.flush();
    }
}
