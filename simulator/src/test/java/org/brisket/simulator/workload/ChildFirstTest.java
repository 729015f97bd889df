package org.brisket.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ChildFirstTest {
    @Test
    void turnsEachGroupRound() {
        Workload workload = new Workload(7, WorkloadOptions.of(7));
        ChildFirst turned = new ChildFirst(workload.iterator(), 3);
        List<String> ids = new ArrayList<>();
        turned.forEachRemaining(planned -> ids.add(planned.submissionId()));
        assertThat(ids).containsExactly("w7-2", "w7-1", "w7-0", "w7-5", "w7-4", "w7-3", "w7-6");
        assertThatThrownBy(turned::next).isInstanceOf(NoSuchElementException.class);
    }
}
