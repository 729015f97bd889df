package org.brisket.state.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history that a state stands on: the timelines that it left, each with the checkpoint up to
 * which it went along, and the one that it lives in.
 *
 * <p>Where an older savepoint is restored, the topic of decisions holds some that the restored
 * state never made. They are recognised by what is {@link Written} beside them.
 */
public record Timelines(List<Branch> left, String current) {
    /** The timeline of a job that was never wound back. */
    public static final String FIRST = "-";

    /** A timeline that was left, and its last checkpoint that counts. */
    public record Branch(String timeline, long checkpoint) {}

    /** What a decision is to a state. */
    public enum Standing {
        /** The state made it, or what runs from it does. */
        OURS,
        /** Made in a history that was given up knowingly. */
        ABANDONED,
        /** Made after the restored state, and nobody said that it may be given up. */
        AHEAD
    }

    public Timelines {
        left = List.copyOf(left);
    }

    public static Timelines first() {
        return new Timelines(List.of(), FIRST);
    }

    /**
     * Opens a timeline where a checkpoint was restored; changes nothing in one of that name.
     *
     * @throws IllegalArgumentException if the state left a timeline of that name
     */
    public Timelines rewound(String timeline, long restored) {
        if (current.equals(timeline)) {
            return this;
        }
        if (branch(timeline).isPresent()) {
            throw new IllegalArgumentException(
                    "the timeline '" + timeline + "' was left before; give the rewind a new name");
        }
        List<Branch> all = new ArrayList<>(left);
        all.add(new Branch(current, restored));
        return new Timelines(all, timeline);
    }

    /** For the given run, which began with a checkpoint. */
    public Standing standing(Written written, String run, long restored) {
        if (written.timeline().equals(current)) {
            boolean ours = written.run().equals(run) || written.checkpoint() <= restored;
            return ours ? Standing.OURS : Standing.AHEAD;
        }
        boolean wentAlong =
                branch(written.timeline())
                        .filter(b -> written.checkpoint() <= b.checkpoint())
                        .isPresent();
        if (wentAlong) {
            return Standing.OURS;
        }
        return left.isEmpty() ? Standing.AHEAD : Standing.ABANDONED;
    }

    private Optional<Branch> branch(String timeline) {
        return left.stream().filter(b -> b.timeline().equals(timeline)).findFirst();
    }
}
