package org.brisket.job.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.brisket.job.local.RunMonitor.Ending;
import org.brisket.job.local.summary.LedgerTruth;
import org.brisket.job.local.summary.ScenarioEvidence;
import org.brisket.job.local.summary.Summary;
import org.brisket.job.local.traffic.PacedWorkload;
import org.brisket.job.local.traffic.SubmissionSender;
import org.brisket.job.local.view.LiveView;
import org.brisket.job.local.view.RealBeefTable;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.chain.MainnetBeef;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;

/** One local run, from the first start to the last stop: real BEEFs, a workload, a summary. */
public final class LocalRun {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final LocalOptions options;
    private final PrintWriter out;
    private final boolean ansi;
    private final UnaryOperator<PlannedSubmission> plan;

    /**
     * @param ansi whether the terminal takes escape sequences
     */
    public LocalRun(LocalOptions options, PrintWriter out, boolean ansi) {
        this(options, out, ansi, UnaryOperator.identity());
    }

    /** With a change to each planned submission, for tests that expect the wrong thing. */
    LocalRun(
            LocalOptions options,
            PrintWriter out,
            boolean ansi,
            UnaryOperator<PlannedSubmission> plan) {
        this.options = options;
        this.out = out;
        this.ansi = ansi && !options.plain();
        this.plan = plan;
    }

    /**
     * Runs to the end.
     *
     * @return whether every figure of the summary is as it must be
     * @throws org.brisket.job.failure.ExplainedFailure if something outside stands in the way
     */
    public boolean run() throws Exception {
        Workload workload = PlannedTraffic.workload(options);
        try (StopSignal stop = new StopSignal()) {
            out.println("Starting Brisket on this machine …");
            out.flush();
            try (LocalWorld world = LocalWorld.start(options, workload, stop, out)) {
                return run(world, workload, stop);
            }
        }
    }

    private boolean run(LocalWorld world, Workload workload, StopSignal stop) {
        RunMonitor monitor = new RunMonitor(world, stop, out, options.checkpointInterval());
        Ending ending;
        Optional<ScenarioProgress> scenario = Optional.empty();
        String topic = world.clients().kafka().topics().submissions();
        try (SubmissionSender sender =
                new SubmissionSender(world.clients().producer(), topic, world.answers())) {
            ending = submitRealBeefs(world, sender, monitor);
            // Not before: one of them pays no fee, and counts on that of its unmined parent.
            world.startMining();
            if (ending == Ending.COMPLETE) {
                try (ScenarioDriver driver =
                        new ScenarioDriver(options.scenario(), world.network(), workload)) {
                    ending = submitWorkload(world, workload, sender, monitor, driver);
                    scenario = driver.progress();
                }
            }
        }
        Summary summary = summarise(world, ending != Ending.STOPPED, scenario);
        summary.print(out);
        if (options.keepRunning() && ending != Ending.STOPPED) {
            keepRunning(world, stop);
        }
        return summary.isOk();
    }

    private Ending submitRealBeefs(LocalWorld world, SubmissionSender sender, RunMonitor monitor) {
        List<MainnetBeef> beefs = MainnetBeef.loadAll();
        out.printf("%nReal mainnet BEEFs, submitted to tm_any%n");
        out.flush();
        beefs.forEach(sender::send);
        sender.flush();
        Ending ending = monitor.awaitResults(() -> true, Optional.empty());
        RealBeefTable table = new RealBeefTable(out);
        table.printHeading();
        beefs.forEach(
                beef -> table.print(beef, world.answers().resultOf(SubmissionSender.idOf(beef))));
        out.flush();
        return ending;
    }

    private Ending submitWorkload(
            LocalWorld world,
            Workload workload,
            SubmissionSender sender,
            RunMonitor monitor,
            ScenarioDriver driver) {
        out.printf("%nWorkload: %s%n", describeWorkload());
        options.scenario()
                .ifPresent(each -> out.printf("Scenario %s: %s%n", each.name(), each.about()));
        Optional<LiveView> view = Optional.of(new LiveView(out, ansi, world.dashboardUrl()));
        monitor.follow(driver);
        Iterator<PlannedSubmission> planned = PlannedTraffic.inOrder(options, workload, plan);
        try (PacedWorkload paced =
                new PacedWorkload(planned, sender, options.rate(), options.duration())) {
            Ending ending = monitor.awaitResults(paced::isDone, view);
            if (ending == Ending.COMPLETE) {
                ending = monitor.awaitScenario(view);
            }
            driver.close();
            if (ending == Ending.COMPLETE) {
                monitor.awaitConfirmations(view);
                monitor.awaitAgreement(view);
            }
            return ending;
        }
    }

    private String describeWorkload() {
        String pace =
                options.rate() == 0 ? "as fast as possible" : "%.0f/s".formatted(options.rate());
        return "up to %d submissions, %s, seed %d, %.0f %% of them bad"
                .formatted(options.count(), pace, options.seed(), 100 * options.badShare());
    }

    /** What the network received is looked at first: all that decided it is committed by then. */
    private Summary summarise(
            LocalWorld world, boolean complete, Optional<ScenarioProgress> scenario) {
        out.println();
        Set<Txid> posted = world.network().ledger().postedTxids();
        long restarts = world.job().rest().restarts();
        long confirmed = world.job().rest().confirmed();
        world.watcher().close();
        return Summary.of(
                new Summary.Evidence(
                        world.answers(),
                        world.records(),
                        world.effects(),
                        posted,
                        restarts,
                        confirmed,
                        complete,
                        new LedgerTruth(world.network().ledger()),
                        scenario.map(
                                progress ->
                                        new ScenarioEvidence(
                                                progress, world.network().callbackCounts()))));
    }

    private void keepRunning(LocalWorld world, StopSignal stop) {
        String broker = world.clients().kafka().bootstrapServers();
        out.printf(
                "%nStill running until Ctrl-C. In another terminal:%n"
                        + "  ./brisket tail -b %s%n"
                        + "  ./brisket submit -b %s -t tm_any FILE…%n"
                        + "  dashboard: %s%n",
                broker, broker, world.dashboardUrl());
        out.flush();
        while (!stop.isAsked()) {
            world.job().requireAlive();
            stop.await(TICK);
        }
    }
}
