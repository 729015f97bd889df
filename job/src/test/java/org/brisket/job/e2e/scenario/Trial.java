package org.brisket.job.e2e.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.brisket.job.e2e.Await;
import org.brisket.job.local.traffic.OutputWatcher;
import org.brisket.job.local.traffic.PacedWorkload;
import org.brisket.job.local.traffic.SubmissionSender;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.workload.ChildFirst;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.SubmissionKind;
import org.brisket.simulator.workload.Workload;

/** One scenario from its first submission until the network and we agree again. */
final class Trial {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration READABLE = Duration.ofSeconds(30);
    private static final int CHECKPOINTS = 3;
    private static final int CHILD_FIRST_GROUP = 50;
    private static final int REPEATS = 10;

    /** So many closing submissions are there for each trial, in case the network refuses some. */
    static final int CLOSINGS = 3;

    private final SuiteWorld world;
    private final Scenario scenario;
    private final Workload workload;
    private final Iterator<PlannedSubmission> closing;
    private final TrialNotes notes;
    private final Clockwork clockwork;
    private Map<Txid, String> phases = Map.of();
    private List<String> findings = List.of();
    private int back;

    /**
     * @param closing good submissions to all topics, of which it uses {@link #CLOSINGS} at most
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
        this.notes = new TrialNotes(world);
        this.clockwork = new Clockwork(scenario, world.network(), workload.rivals());
    }

    /** Carries it out and checks everything; gives what happened in a line. */
    String run() throws Exception {
        long restarts = world.cluster().restarts();
        long during;
        try (clockwork;
                OutputWatcher watcher = notes.watch();
                SubmissionSender sender = notes.sender()) {
            during = makeTrouble(sender);
            await("one result each", notes::hasAllResults);
            bringBack(sender);
            settle();
            repeat(sender);
            close(sender);
            awaitPhases();
            assertThat(watcher.failure()).isEmpty();
        }
        long more = world.cluster().restarts() - restarts;
        awaitNoFindings(more);
        return "%-20s %s; %d back after a rollback; %d checkpoints in the trouble, %d restarts"
                .formatted(scenario.name(), notes.figures(), back, during, more);
    }

    /**
     * The change log is read up to where another transaction is still open, and that may be before
     * what was just waited for.
     */
    private void awaitNoFindings(long restarts) throws Exception {
        Await.until(
                scenario.name() + " to have nothing wrong",
                READABLE,
                () -> {
                    findings = notes.findings(clockwork.progress(), restarts);
                    return findings.isEmpty();
                },
                () -> "\n  " + String.join("\n  ", findings));
    }

    /** Until all is sent and the scenario is over; gives how many checkpoints completed. */
    private long makeTrouble(SubmissionSender sender) throws Exception {
        long before = world.cluster().completedCheckpoints();
        Iterator<PlannedSubmission> planned = workload.iterator();
        if (scenario.workload().childFirst()) {
            planned = new ChildFirst(planned, CHILD_FIRST_GROUP);
        }
        double rate = scenario.workload().perSecond();
        try (PacedWorkload paced = new PacedWorkload(planned, sender, rate, Optional.empty())) {
            await("everything to be sent", paced::isDone);
        }
        await("the scenario to end", () -> clockwork.progress().over());
        await(
                "checkpoints in the trouble",
                () -> world.cluster().completedCheckpoints() >= before + CHECKPOINTS);
        long during = world.cluster().completedCheckpoints() - before;
        clockwork.endTrouble();
        return during;
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
        await("one result each", notes::hasAllResults);
        await("our word to be the network's", () -> notes.differing().isEmpty());
    }

    /**
     * What was undone and is mined all the same: the job says so, and admits it when it is
     * submitted again.
     */
    private void bringBack(SubmissionSender sender) throws Exception {
        await("nothing to wait for a block", () -> world.book().mempoolSize() == 0);
        await("all to be undone that is refused", () -> notes.returned().equals(notes.differing()));
        Set<Txid> returned = notes.returned();
        back = returned.size();
        if (!returned.isEmpty()) {
            await("incidents about " + returned, () -> incidents().containsAll(returned));
            workload.stream()
                    .filter(planned -> planned.kind() != SubmissionKind.REPEAT)
                    .filter(planned -> planned.txid().filter(returned::contains).isPresent())
                    .map(planned -> Repeats.of(planned, "-back"))
                    .forEach(sender::send);
            sender.flush();
        }
    }

    private Set<Txid> incidents() throws Exception {
        Set<Txid> txids = new HashSet<>();
        for (JsonNode rollback : world.values("beef-rollbacks")) {
            if (rollback.has("incident")) {
                txids.add(Txid.fromDisplayHex(rollback.path("txid").asText()));
            }
        }
        return txids;
    }

    /** G7: some of them once more. */
    private void repeat(SubmissionSender sender) throws Exception {
        workload.stream()
                .filter(planned -> planned.expected().admitted())
                .filter(planned -> notes.isAdmitted(planned.txid().orElseThrow()))
                .limit(REPEATS)
                .map(planned -> Repeats.of(planned, "-again"))
                .forEach(sender::send);
        sender.flush();
        settle();
    }

    /** One more admission that stands, so that every ledger says where it is. */
    private void close(SubmissionSender sender) throws Exception {
        for (int attempt = 0; attempt < CLOSINGS; attempt++) {
            PlannedSubmission last = closing.next();
            sender.send(last);
            sender.flush();
            settle();
            if (notes.isAdmitted(last.txid().orElseThrow())) {
                return;
            }
        }
        throw new AssertionError("none of " + CLOSINGS + " closing submissions was admitted");
    }

    /** Asks again about those only that differed. */
    private void awaitPhases() throws Exception {
        Set<Txid> open = notes.decided();
        try (PhaseQuestions questions = new PhaseQuestions(world.clients())) {
            await(
                    "the phases to be the network's",
                    () -> {
                        phases = notes.oracle().differingPhases(questions.phasesOf(open));
                        open.retainAll(phases.keySet());
                        return open.isEmpty();
                    });
        }
    }

    private String evidence() {
        List<String> lines = new ArrayList<>();
        lines.add(clockwork.progress().line());
        lines.add(notes.figures());
        lines.addAll(notes.open());
        phases.values().stream().limit(5).forEach(lines::add);
        return "\n  " + String.join("\n  ", lines);
    }
}
