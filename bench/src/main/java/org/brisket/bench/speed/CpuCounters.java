package org.brisket.bench.speed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What one iteration took of the thread that ran it. Wall-clock rates mean little on a machine that
 * others use; CPU time of the thread does.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuCounters {
    /** Calls of the benchmark, each on one specimen. */
    public long operations;

    public long cpuNanos;
    public long allocatedBytes;

    private long cpuBefore;
    private long allocatedBefore;

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    @Setup(Level.Iteration)
    public void begin() {
        allocatedBefore = threads().getCurrentThreadAllocatedBytes();
        cpuBefore = threads().getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpuNanos = threads().getCurrentThreadCpuTime() - cpuBefore;
        allocatedBytes = threads().getCurrentThreadAllocatedBytes() - allocatedBefore;
    }
}
