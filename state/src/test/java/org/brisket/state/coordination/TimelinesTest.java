package org.brisket.state.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brisket.state.coordination.Timelines.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinesTest {
    private static final String RUN = Written.run("b", 20);

    /** Restored from checkpoint 20. */
    private static Standing of(Timelines timelines, String timeline, String run, long checkpoint) {
        return timelines.standing(new Written(timeline, run, checkpoint), RUN, 20);
    }

    @Test
    void ownsWhatItsStateDecidedAndWhatItDecidesNow() {
        Timelines first = Timelines.first();

        assertThat(of(first, "-", "a@0", 1)).isEqualTo(Standing.OURS);
        assertThat(of(first, "-", "a@0", 20)).isEqualTo(Standing.OURS);
        assertThat(of(first, "-", "b@20", 21)).isEqualTo(Standing.OURS);
        assertThat(of(first, "-", "b@20", 900)).isEqualTo(Standing.OURS);
    }

    @Test
    void noticesThatItsStateIsOlderThanItsDecisions() {
        Timelines first = Timelines.first();

        assertThat(of(first, "-", "a@0", 21)).isEqualTo(Standing.AHEAD);
        assertThat(of(first, "-", "b@5", 21)).isEqualTo(Standing.AHEAD);
        assertThat(of(first, "other", "a@0", 1)).isEqualTo(Standing.AHEAD);
    }

    @Test
    void givesUpOnlyWhatCameAfterTheRewind() {
        Timelines rewound = Timelines.first().rewound("again", 20);

        assertThat(of(rewound, "-", "a@0", 20)).isEqualTo(Standing.OURS);
        assertThat(of(rewound, "-", "a@0", 21)).isEqualTo(Standing.ABANDONED);
        assertThat(of(rewound, "again", "b@20", 21)).isEqualTo(Standing.OURS);
    }

    /** The decisions of the first attempt are in a timeline that the second never was in. */
    @Test
    void givesUpAnEarlierRewindFromTheSamePlace() {
        Timelines second = Timelines.first().rewound("second", 20);

        assertThat(of(second, "first", "a@20", 21)).isEqualTo(Standing.ABANDONED);
    }

    @Test
    void noticesARewindInsideATimelineThatARewindOpened() {
        Timelines again = Timelines.first().rewound("again", 10);

        assertThat(of(again, "again", "a@10", 20)).isEqualTo(Standing.OURS);
        assertThat(of(again, "again", "a@10", 21)).isEqualTo(Standing.AHEAD);
    }

    @Test
    void opensATimelineOnceAndNeverOneThatWasLeft() {
        Timelines again = Timelines.first().rewound("again", 10);

        assertThat(again.rewound("again", 30)).isEqualTo(again);
        assertThat(again.rewound("third", 30).left())
                .containsExactly(new Timelines.Branch("-", 10), new Timelines.Branch("again", 30));
        assertThatThrownBy(() -> again.rewound("third", 30).rewound("again", 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'again' was left before");
    }

    @Test
    void readsBackWhatIsWrittenBesideADecision() {
        Written written = new Written("again", RUN, 21);

        assertThat(written.text()).isEqualTo("again b@20 21");
        assertThat(Written.parse(written.text())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a@0", "- a@0 x", "- a@0 1 2"})
    void refusesAnotherText(String text) {
        assertThatThrownBy(() -> Written.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found '" + text + "'");
    }
}
