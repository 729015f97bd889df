package org.brisket.simulator.workload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Submissions in groups of some, each from its end, so that children come before their parents. */
public final class ChildFirst implements Iterator<PlannedSubmission> {
    private final Iterator<PlannedSubmission> planned;
    private final int groupSize;
    private final Deque<PlannedSubmission> group = new ArrayDeque<>();

    public ChildFirst(Iterator<PlannedSubmission> planned, int groupSize) {
        this.planned = planned;
        this.groupSize = groupSize;
    }

    @Override
    public boolean hasNext() {
        return !group.isEmpty() || planned.hasNext();
    }

    @Override
    public PlannedSubmission next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the workload has ended");
        }
        if (group.isEmpty()) {
            for (int i = 0; i < groupSize && planned.hasNext(); i++) {
                group.push(planned.next());
            }
        }
        return group.pop();
    }
}
