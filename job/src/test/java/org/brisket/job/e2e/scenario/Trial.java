package org.brisket.job.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.brisket.job.e2e.Await;
import org.brisket.job.e2e.atomic.PublishedLedgers;
import org.brisket.job.local.summary.Check;
import org.brisket.job.local.summary.LedgerTruth;
import org.brisket.job.local.summary.NetworkEffects;
import org.brisket.job.local.summary.ScenarioEvidence;
import org.brisket.job.local.summary.Summary;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.OutputReader;
import org.brisket.job.local.traffic.OutputWatcher;
import org.brisket.job.local.traffic.PacedWorkload;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.job.local.traffic.SubmissionSender;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.workload.ChildFirst;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;

/** One scenario from its first submission until the network and we agree again. */
final class Trial {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int CHECKPOINTS = 3;
    private static final int CHILD_FIRST_GROUP = 50;
    private static final int REPEATS = 10;

    private final SuiteWorld world;
    private final Scenario scenario;
    private final Workload workload;
    private final Iterator<PlannedSubmission> closing;
    private final Answers answers = new Answers();
    private final Records records = new Records();
    private final NetworkEffects effects = new NetworkEffects();
    private final NetworkOracle oracle;
    private final Set<Txid> postedBefore;
    private final Clockwork clockwork;
    private Map<Txid, String> phases = Map.of();

    /**
     * @param closing good submissions to all topics, of which some are used
     */
    Trial(
            SuiteWorld world,
            Scenario scenario,
            Workload workload,
            Iterator<PlannedSubmission> closing) {
        this.world = world;
        this.scenario = scenario;
        this.workload = workload;
        this.closing = closing;
        this.oracle = new NetworkOracle(world.book());
        this.postedBefore = world.book().postedTxids();
        this.clockwork = new Clockwork(scenario, world.network(), workload.rivals());
        world.book().addListener(effects);
    }

    /** Carries it out and checks everything; gives what happened in a line. */
    String run() throws Exception {
        long restarts = world.cluster().restarts();
        long checkpoints = world.cluster().completedCheckpoints();
        OutputReader reader = new OutputReader(world.clients().kafka().topics(), answers, records);
        long during;
        try (clockwork;
                OutputWatcher watcher =
                        new OutputWatcher(
                                world.clients().committedReader(),
                                world.clients().ends(reader.topics()),
                                reader);
                SubmissionSender sender = sender()) {
            sendAll(sender);
            await(
                    "the scenario to end, and checkpoints meanwhile",
                    () ->
                            clockwork.progress().over()
                                    && world.cluster().completedCheckpoints()
                                            >= checkpoints + CHECKPOINTS);
            during = world.cluster().completedCheckpoints() - checkpoints;
            clockwork.endTrouble();
            settle();
            repeat(sender);
            close(sender);
            awaitPhases();
            assertThat(watcher.failure()).isEmpty();
        }
        long more = world.cluster().restarts() - restarts;
        check(more);
        return line(during, more);
    }

    private SubmissionSender sender() {
        return new SubmissionSender(world.clients().producer(), "beef-submissions", answers);
    }

    private void sendAll(SubmissionSender sender) throws Exception {
        Iterator<PlannedSubmission> planned = workload.iterator();
        if (scenario.workload().childFirst()) {
            planned = new ChildFirst(planned, CHILD_FIRST_GROUP);
        }
        double rate = scenario.workload().perSecond();
        try (PacedWorkload paced = new PacedWorkload(planned, sender, rate, Optional.empty())) {
            await("everything to be sent", paced::isDone);
        }
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        Await.until(
                what,
                LIMIT,
                () -> {
                    clockwork.tick();
                    return condition.call();
                },
                this::evidence);
    }

    /** Until each submission has its result, and the network's book says what our records say. */
    private void settle() throws Exception {
        await("one result each", () -> answers.tally().outstanding() == 0);
        await("our word to be the network's", () -> differences().isEmpty());
    }

    private List<String> differences() {
        return oracle.differingRecords(decided(), records);
    }

    private Set<Txid> decided() {
        Set<Txid> decided = new LinkedHashSet<>();
        answers.submissions().stream()
                .map(SentSubmission::txid)
                .flatMap(Optional::stream)
                .filter(records::isCommitted)
                .forEach(decided::add);
        return decided;
    }

    /** G7: some of them once more. */
    private void repeat(SubmissionSender sender) throws Exception {
        workload.stream()
                .filter(planned -> planned.expected().admitted())
                .filter(planned -> records.stands(planned.txid().get()).equals(Optional.of(true)))
                .limit(REPEATS)
                .map(planned -> Repeats.of(planned, "-again"))
                .forEach(sender::send);
        sender.flush();
        settle();
    }

    /** One more admission, so that every ledger says where it stands. */
    private void close(SubmissionSender sender) throws Exception {
        sender.send(closing.next());
        sender.flush();
        settle();
    }

    /** Asks again about those only that differed. */
    private void awaitPhases() throws Exception {
        Set<Txid> open = decided();
        try (PhaseQuestions questions = new PhaseQuestions(world.clients())) {
            await(
                    "the phases to be the network's",
                    () -> {
                        phases = oracle.differingPhases(questions.phasesOf(open));
                        open.retainAll(phases.keySet());
                        return open.isEmpty();
                    });
        }
    }

    private void check(long restarts) throws Exception {
        Set<Txid> posted = new HashSet<>(world.book().postedTxids());
        posted.removeAll(postedBefore);
        Summary summary =
                Summary.of(
                        new Summary.Evidence(
                                answers,
                                records,
                                effects,
                                posted,
                                restarts,
                                0,
                                true,
                                new LedgerTruth(world.book()),
                                Optional.of(
                                        new ScenarioEvidence(
                                                clockwork.progress(),
                                                world.network().callbackCounts()))));
        List<String> failed = new ArrayList<>();
        summary.checks().stream().filter(each -> !each.ok()).map(Check::line).forEach(failed::add);
        failed.addAll(
                new PublishedLedgers(
                                world.values("beef-admissions"), world.values("beef-rollbacks"))
                        .findings());
        assertThat(failed).as(scenario.name()).isEmpty();
    }

    private String line(long during, long restarts) {
        var tally = answers.tally();
        return "%-20s %5d submitted: %d admitted, %d rejected, %d rolled back; on the network %s;"
                        .formatted(
                                scenario.name(),
                                tally.sent(),
                                tally.admitted(),
                                tally.rejected(),
                                tally.rolledBack(),
                                oracle.fates(decided()))
                + " %d checkpoints in the trouble, %d restarts".formatted(during, restarts);
    }

    private String evidence() {
        List<String> lines = new ArrayList<>();
        lines.add(clockwork.progress().line());
        lines.add(answers.tally().toString());
        answers.unanswered(5).forEach(each -> lines.add("no result for " + each));
        differences().stream().limit(5).forEach(lines::add);
        phases.values().stream().limit(5).forEach(lines::add);
        return "\n  " + String.join("\n  ", lines);
    }
}
