package org.brisket.bench.ledger;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brisket.state.ledger.FlinkLedgerStore;

/**
 * The same steps through the job's operator, through a ledger without an operator, and as bare
 * accesses, batch by batch in turn so that all three see the same machine.
 */
final class Race implements AutoCloseable {
    private static final int BATCH = 2_000;
    private static final int COINS_AT_FIRST = 20_000;
    private static final double WARM_UP_SECONDS = 1;

    /** Four ledgers of them fit into the heap. */
    private static final int MOST_BATCHES = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A stretch of work that is measured. */
    interface Lap {
        void run() throws Exception;
    }

    /** CPU time of the thread, and what it allocated. */
    record Cost(long nanos, long bytes) {
        static Cost of(Lap lap) throws Exception {
            long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
            long nanosBefore = THREADS.getCurrentThreadCpuTime();
            lap.run();
            return new Cost(
                    THREADS.getCurrentThreadCpuTime() - nanosBefore,
                    THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore);
        }
    }

    /** What one batch cost. */
    record Round(int transactions, int accesses, Cost operator, Cost ledger, Cost floor) {}

    private final BusyTopic topic;
    private final OperatorSeat operator;
    private final KeyedSeat<DirectLedger> ledger;
    private final KeyedSeat<BareStates> floor;
    private final RecordingStore recording = new RecordingStore();
    private final DirectLedger recorder = new DirectLedger(recording);

    Race(Shape shape, Backend backend, Path folder) throws Exception {
        topic = new BusyTopic(shape, 1);
        operator = new OperatorSeat(backend, folder.resolve("operator"));
        ledger =
                new KeyedSeat<>(
                        backend,
                        folder.resolve("ledger"),
                        BusyTopic.LEDGER,
                        context -> new DirectLedger(new FlinkLedgerStore(context)));
        floor =
                new KeyedSeat<>(
                        backend, folder.resolve("floor"), BusyTopic.LEDGER, BareStates::new);
    }

    /** Batches until the ledger has used so much CPU time; what comes first does not count. */
    List<Round> run(double seconds) throws Exception {
        round(topic.funding(COINS_AT_FIRST), COINS_AT_FIRST);
        rounds(WARM_UP_SECONDS);
        return rounds(seconds);
    }

    private List<Round> rounds(double seconds) throws Exception {
        List<Round> rounds = new ArrayList<>();
        double used = 0;
        while (used < seconds && rounds.size() < MOST_BATCHES / 2) {
            Round round = round(topic.steps(BATCH), BATCH);
            used += round.ledger().nanos() / 1e9;
            rounds.add(round);
        }
        return rounds;
    }

    private Round round(List<Object> steps, int transactions) throws Exception {
        recorder.all(steps);
        List<Access> accesses = recording.taken();
        Cost ofOperator = Cost.of(() -> operator.all(steps));
        Cost ofLedger = Cost.of(() -> ledger.held().all(steps));
        Cost ofFloor = Cost.of(() -> floor.held().all(accesses));
        operator.forgetOutput();
        return new Round(transactions, accesses.size(), ofOperator, ofLedger, ofFloor);
    }

    @Override
    public void close() {
        operator.close();
        ledger.close();
        floor.close();
    }
}
