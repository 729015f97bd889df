package org.brisket.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private long now = Long.MAX_VALUE - 5;
    private final CircuitBreaker breaker =
            new CircuitBreaker(
                    3, new Backoff(Duration.ofSeconds(4), Duration.ofSeconds(8)), () -> now);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.observe(false);
        }
    }

    /** Beyond any pause after so many openings, which is shortened at random by half at most. */
    private void passSeconds(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void opensAfterFailuresInARow() {
        fail(2);
        breaker.observe(true);
        fail(2);
        assertThat(breaker.mayCall()).isTrue();
        assertThat(breaker.isOpen()).isFalse();

        fail(1);
        assertThat(breaker.mayCall()).isFalse();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void letsOneTryAfterItsPauseAndClosesWhenThatSucceeds() {
        fail(3);
        passSeconds(4);

        assertThat(breaker.mayCall()).isTrue();
        assertThat(breaker.mayCall()).as("a second trial beside the first").isFalse();
        breaker.observe(true);
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.mayCall()).isTrue();
        assertThat(breaker.mayCall()).isTrue();
    }

    @Test
    void staysOpenForLongerWhenTheTrialFails() {
        fail(3);
        passSeconds(4);
        assertThat(breaker.mayCall()).isTrue();
        fail(1);

        passSeconds(3);
        assertThat(breaker.mayCall()).as("within half of eight seconds").isFalse();
        passSeconds(5);
        assertThat(breaker.mayCall()).isTrue();
    }

    @Test
    void isNotHeldOpenByWhatWasUnderWayWhenItOpened() {
        fail(3);
        fail(20);
        passSeconds(4);

        assertThat(breaker.mayCall()).isTrue();
    }

    @Test
    void canBeOneThatNeverOpens() {
        CircuitBreaker never = CircuitBreaker.never();
        for (int i = 0; i < 1_000; i++) {
            never.observe(false);
        }
        assertThat(never.mayCall()).isTrue();
    }

    @Test
    void needsAFailureToOpen() {
        assertThatThrownBy(() -> new CircuitBreaker(0, null, () -> 0))
                .isInstanceOf(IllegalStateException.class);
    }
}
