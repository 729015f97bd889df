package org.brisket.bench.attack;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What judging an attack costs the thread that does it.
 *
 * @param coldMillis CPU time of the first run
 * @param warmMillis median CPU time of the runs after it; the first one's if there was no other
 * @param allocatedBytes of the last run: more than it ever held at once
 */
record Weighing(Judgement judgement, double coldMillis, double warmMillis, long allocatedBytes) {
    private static final double ENOUGH_MILLIS = 1_500;

    static Weighing of(Judge judge, AttackFile file, int rounds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Double> millis = new ArrayList<>();
        double total = 0;
        long allocated = 0;
        Judgement judgement = null;
        for (int round = 0; round < rounds && total < ENOUGH_MILLIS; round++) {
            long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
            long cpuBefore = threads.getCurrentThreadCpuTime();
            judgement = judge.judge(file.bytes(), file.headers());
            millis.add((threads.getCurrentThreadCpuTime() - cpuBefore) / 1e6);
            allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
            total += millis.get(round);
        }
        List<Double> warm =
                new ArrayList<>(millis.subList(Math.min(1, millis.size() - 1), millis.size()));
        Collections.sort(warm);
        return new Weighing(judgement, millis.get(0), warm.get(warm.size() / 2), allocated);
    }
}
