package org.brisket.job.local.summary;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.Tally;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.scenario.ScenarioProgress.StepRun;

/** The end of a run: every promise with its figures, and whether all were kept. */
public final class Summary {
    private final List<Check> checks;
    private final List<String> figures;
    private final boolean differs;

    private Summary(List<Check> checks, List<String> figures, boolean differs) {
        this.checks = List.copyOf(checks);
        this.figures = List.copyOf(figures);
        this.differs = differs;
    }

    /**
     * What is known about a run from outside the job.
     *
     * @param posted every txid that the simulated network received
     * @param restarts how often the job restarted; negative if that is not known
     * @param confirmed transactions that the job knows to be in a block
     * @param complete false if the run was stopped before all results could be there
     * @param scenario what is known of the scenario, if there was one
     */
    public record Evidence(
            Answers answers,
            Records records,
            NetworkEffects effects,
            Set<Txid> posted,
            long restarts,
            long confirmed,
            boolean complete,
            NetworkTruth truth,
            Optional<ScenarioEvidence> scenario) {}

    /** Whether our final word on every transaction goes together with the network's by now. */
    public static boolean isSettled(Answers answers, Records records, NetworkTruth truth) {
        return new NetworkComparison(answers, records, truth).isSettled();
    }

    public static Summary of(Evidence evidence) {
        NetworkTruth truth = evidence.truth();
        boolean trouble = evidence.scenario().isPresent();
        ResultChecks results =
                new ResultChecks(
                        evidence.answers(),
                        evidence.records(),
                        txid ->
                                trouble
                                        && (truth.givesUp(txid)
                                                || evidence.records().wasUndoneWithParent(txid)));
        NetworkComparison network =
                new NetworkComparison(evidence.answers(), evidence.records(), evidence.truth());
        List<Check> checks = new ArrayList<>();
        checks.add(results.oneResultEach(evidence.complete()));
        checks.add(results.expectedVerdicts());
        checks.add(decidedBeforePosted(evidence));
        checks.add(results.harmlessRepeats(evidence.effects()));
        checks.add(results.deadLetters());
        checks.add(restarts(evidence));
        checks.add(network.check());
        evidence.scenario()
                .ifPresent(scenario -> checks.add(steps(scenario.progress(), evidence.complete())));
        return new Summary(checks, figures(evidence, network), !network.differences().isEmpty());
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

    /** What a scenario shows is shown only if all of it happened. */
    private static Check steps(ScenarioProgress scenario, boolean complete) {
        boolean ok = !complete || scenario.ran().size() == scenario.steps();
        String text =
                Check.text(
                        "%s: %d of %d steps ran",
                        scenario.name(), scenario.ran().size(), scenario.steps());
        return new Check(
                "scenario", ok, text + scenario.next().map(step -> "; not " + step).orElse(""));
    }

    private static List<String> figures(Evidence evidence, NetworkComparison network) {
        Tally tally = evidence.answers().tally();
        List<String> figures = new ArrayList<>();
        evidence.scenario()
                .ifPresent(
                        scenario -> {
                            scenario.progress().ran().forEach(step -> figures.add(line(step)));
                            figures.add(network.episodes());
                            figures.add(scenario.callbackLine());
                        });
        figures.addAll(network.differences());
        figures.add(
                Check.text(
                        "  %,d results in %.1f s: %,.0f/s, latency p50 %,d ms, p99 %,d ms",
                        tally.answered(),
                        tally.duration().toMillis() / 1000.0,
                        tally.rate(),
                        tally.latencyP50(),
                        tally.latencyP99()));
        figures.add(
                Check.text(
                        "  %,d transactions confirmed by callbacks with proofs, the network mined"
                                + " %,d; %,d rollbacks; %,d results of other senders",
                        evidence.confirmed(),
                        network.mined(),
                        evidence.records().rollbacks(),
                        tally.foreign()));
        return figures;
    }

    private static String line(StepRun step) {
        return Check.text(
                "  step %d at %.1f s: %s",
                step.number(), step.at().toMillis() / 1000.0, step.text());
    }

    public List<Check> checks() {
        return checks;
    }

    public boolean isOk() {
        return checks.stream().allMatch(Check::ok);
    }

    private String verdict() {
        return differs
                ? "All figures are as they must be, but for the differences named above."
                : "All figures are as they must be.";
    }

    public void print(PrintWriter out) {
        out.println("Summary");
        checks.forEach(check -> out.println(check.line()));
        figures.forEach(out::println);
        out.println(isOk() ? verdict() : "Some figures are off.");
        out.flush();
    }
}
