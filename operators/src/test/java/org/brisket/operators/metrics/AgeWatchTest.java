package org.brisket.operators.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgeWatchTest {
    private final AgeWatch<String> watch = new AgeWatch<>(2);

    @Test
    void tellsTheAgeOfTheOldest() {
        watch.begin("a", 4_000);
        watch.begin("b", 1_000);
        assertThat(watch.oldestSeconds(10_000)).isEqualTo(9);

        assertThat(watch.end("b")).hasValue(1_000);
        assertThat(watch.oldestSeconds(10_000)).isEqualTo(6);
        assertThat(watch.size()).isEqualTo(1);
    }

    @Test
    void nothingHasNoAge() {
        assertThat(watch.oldestSeconds(10_000)).isZero();
        assertThat(watch.end("a")).isEmpty();
    }

    @Test
    void anInstantInTheFutureIsNow() {
        watch.begin("a", 20_000);

        assertThat(watch.oldestSeconds(10_000)).isZero();
    }

    @Test
    void keepsTheEarlierInstantOfTwo() {
        watch.begin("a", 5_000);
        watch.begin("a", 3_000);
        watch.begin("a", 4_000);

        assertThat(watch.end("a")).hasValue(3_000);
    }

    @Test
    void doesNotWatchMoreThanItMay() {
        watch.begin("a", 3_000);
        watch.begin("b", 3_000);
        watch.begin("c", 1_000);
        watch.begin("b", 2_000);

        assertThat(watch.size()).isEqualTo(2);
        assertThat(watch.oldestSeconds(10_000)).isEqualTo(8);
    }
}
