package org.brisket.bench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void measuresOneAndTwoSubtasksUnlessTold() {
        assertThat(Options.of(new String[0]).parallelisms()).containsExactly(1, 2);
        assertThat(Options.of(new String[] {"1000", "4"}))
                .isEqualTo(new Options(1_000, List.of(4)));
    }

    @Test
    void givesEachRunSubmissionsOfItsOwn() {
        Options options = Options.of(new String[] {"1000"});
        Slice first = options.firstSlice();
        assertThat(first.measuredFrom()).isEqualTo(750);
        assertThat(first.pacedFrom()).isEqualTo(1_750);
        assertThat(first.next().first()).isEqualTo(first.end());
        assertThat(options.total()).isEqualTo(first.next().end());
    }
}
