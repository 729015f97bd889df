package org.brisket.state.simulation;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One run of the job without Flink, drawn from its seed: submissions, messages in any order that
 * the job allows, checkpoints and crashes, a network that refuses and mines. The guarantees are
 * checked after every event, and against a sequential run at the end.
 */
public final class Simulation {
    private static final int MOST_EVENTS_TO_REST = 200_000;

    /** A doubt, its deadline, what follows from it, and one more. */
    private static final int ROUNDS_OF_QUESTIONS = 4;

    private final long seed;
    private final int events;
    private final SplittableRandom lot;
    private final Workload workload;
    private final SimulatedNetwork network;
    private final SimulatedJob job;
    private int event;
    private int crashes;
    private long fingerprint;

    private Simulation(long seed, int events, Optional<Mutation> mutation) {
        this.seed = seed;
        this.events = events;
        this.lot = new SplittableRandom(seed);
        this.workload = new Workload(lot);
        this.network = new SimulatedNetwork(lot, workload.transactions());
        this.job = new SimulatedJob(workload, network, lot, new Mutator(mutation));
    }

    /**
     * Runs that many events, then whatever it takes to come to rest. The same arguments give the
     * same report.
     */
    public static SimulationReport run(long seed, int events, Optional<Mutation> mutation) {
        Simulation simulation = new Simulation(seed, events, mutation);
        try {
            simulation.runAll();
            return simulation.report(Optional.empty());
        } catch (GuaranteeViolatedException e) {
            return simulation.report(
                    Optional.of(new Violation(e.guarantee(), simulation.event, e.getMessage())));
        }
    }

    private SimulationReport report(Optional<Violation> violation) {
        int rollbacks = job.published.rollbacks();
        return new SimulationReport(
                seed,
                event,
                workload.size(),
                job.published.changes.size() - rollbacks,
                rollbacks,
                crashes,
                fingerprint,
                violation);
    }

    private void runAll() {
        while (event < events) {
            happen(lot.nextInt(100));
            count();
        }
        settle();
        RestChecks.check(job.state(), job.published, workload.size(), workload.transactions());
        RestChecks.checkNetwork(job.state(), network);
    }

    private void happen(int chance) {
        if (chance < 2) {
            job.checkpoint();
        } else if (chance < 3) {
            job.crash();
            crashes++;
        } else if (chance < 4) {
            job.passDeadlines();
        } else if (chance < 7) {
            job.mine();
        } else if (chance < 8) {
            job.finish();
        } else if (chance < 9) {
            network.refuseLate();
            network.forget();
        } else {
            move(chance);
        }
    }

    private void move(int chance) {
        boolean moved = false;
        if (chance < 18) {
            moved = job.read(Integer.MAX_VALUE);
        } else if (chance < 28) {
            moved = job.readDecision() || job.readNews();
        }
        if (!moved && !job.step()) {
            job.checkpoint();
        }
    }

    /** No more submissions and crashes; everything that is under way arrives. */
    private void settle() {
        network.calmDown();
        for (int round = 0; round < ROUNDS_OF_QUESTIONS; round++) {
            drain();
            job.passDeadlines();
        }
        drain();
        job.stopAsking();
        do {
            drain();
            job.passDeadlines();
        } while (!job.state().channels.isEmpty()
                || !job.state().wakeUps.isEmpty()
                || job.published.hasPrepared());
    }

    private void drain() {
        do {
            count();
            GuaranteeViolatedException.require(
                    event < events + MOST_EVENTS_TO_REST,
                    Guarantee.G1,
                    "does not come to rest",
                    event);
        } while (job.step()
                || job.read(workload.size())
                || job.readDecision()
                || job.readNews()
                || commitPrepared());
    }

    private boolean commitPrepared() {
        boolean prepared = job.published.hasPrepared();
        job.checkpoint();
        return prepared;
    }

    private void count() {
        event++;
        fingerprint = 31 * fingerprint + job.fingerprint();
    }
}
