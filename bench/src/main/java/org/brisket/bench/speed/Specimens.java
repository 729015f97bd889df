package org.brisket.bench.speed;

import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Hundreds of different BEEFs of one class, taken in turn. */
@State(Scope.Thread)
public class Specimens {
    static final int COUNT = 256;

    @Param public WorkloadClass workload;

    private List<Specimen> specimens;
    private int next;

    @Setup(Level.Trial)
    public void forge() {
        specimens = SpecimenForge.forge(workload, COUNT);
    }

    Specimen next(CpuCounters counters) {
        counters.operations++;
        next = next + 1 == COUNT ? 0 : next + 1;
        return specimens.get(next);
    }
}
