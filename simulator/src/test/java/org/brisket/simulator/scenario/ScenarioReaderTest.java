package org.brisket.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.brisket.simulator.scenario.Scenario.Step;
import org.brisket.simulator.scenario.ServiceActions.Outage;
import org.brisket.simulator.scenario.TransactionActions.Reorganise;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {
    @Test
    void readsEverySetting() {
        Scenario scenario =
                Scenarios.read(
                        "mine",
                        """
                        about: Two things happen.
                        seed: 42
                        block-interval: 500 ms
                        workload: {count: 10, rate: 0, bad-share: 0.5, chained-share: 0.25,
                          longest-chain: 7, order: child-first}
                        steps:
                          - after: 500 posts
                            outage: {at: arc1, lasting: 20 s}
                          - reorganise: {depth: 3, keep: 0.5, rivals: 2}
                        """);
        assertThat(scenario)
                .isEqualTo(
                        new Scenario(
                                "mine",
                                "Two things happen.",
                                42,
                                new Scenario.WantedWorkload(10, 0, 0.5, 0.25, 7, true),
                                Duration.ofMillis(500),
                                List.of(
                                        new Step(
                                                new Trigger(500, 0, Duration.ZERO),
                                                new Outage(
                                                        Place.ARC1,
                                                        Optional.of(Duration.ofSeconds(20)))),
                                        new Step(Trigger.NOW, new Reorganise(3, 0.5, 2)))));
        assertThat(scenario.steps())
                .extracting(Step::toString)
                .containsExactly(
                        "after 500 posts: outage of arc1 for 20 s",
                        "at once: reorganisation of depth 3");
    }

    @Test
    void listsEverythingThatIsWrong() {
        InvalidScenarioException wrong =
                invalid(
                        """
                        seed: many
                        workload: {count: 0, speed: 3, order: backwards}
                        steps:
                          - after: 5 minutes
                            outage: {at: arc3, lasting: 20}
                          - after: 3 blocks
                          - mine: {}
                            poison: {}
                          - faults: {failed: 0.7, lost: 0.7}
                          - slow: [1]
                        """);
        assertThat(wrong.problems())
                .containsExactly(
                        "about: is missing",
                        "seed: value is many, must be a whole number from -9223372036854775808 to"
                                + " 9223372036854775807",
                        "workload.count: value is 0, must be a whole number from 1 to 2000000",
                        "workload.order: value is backwards, must be one of as-made, child-first",
                        "workload.speed: unknown key, must be one of count, rate, bad-share,"
                                + " chained-share, longest-chain, order",
                        "steps[0].after: value is 5 minutes, must be like 500 posts, 3 blocks or 20 s",
                        "steps[0].outage.at: value is arc3, must be one of all, arc1, arc2,"
                                + " whats-on-chain, block-headers-service, chaintracks, headers",
                        "steps[0].outage.lasting: value is 20, must be a span of time such as"
                                + " 300 ms, 20 s or 2 min",
                        "steps[1]: must name one action of " + ACTIONS,
                        "steps[2]: must name one action of " + ACTIONS + ", not poison and mine",
                        "steps[3].faults: shares of requests that go wrong come to 1.4, must be 0 to 1",
                        "steps[4].slow: is no section of keys");
    }

    private static final String ACTIONS =
            "outage, hang, slow, faults, lie, reverse-batches, callbacks, poison, rivals-first,"
                    + " double-spend, reject, reinstate, mine, reorganise";

    @Test
    void refusesWhatIsNoYamlAndKeysGivenTwice() {
        assertThat(invalid("about: [").problems())
                .singleElement()
                .asString()
                .contains("not valid YAML");
        assertThat(invalid("about: one\nabout: two\n").problems())
                .singleElement()
                .asString()
                .startsWith("line 2: ")
                .contains("about");
        assertThat(invalid("just words").problems()).contains("is no section of keys");
        assertThat(invalid("").problems()).contains("about: is missing");
    }

    @Test
    void readsEveryScenarioThatWeShip() {
        assertThat(Scenarios.shipped())
                .extracting(Scenario::name)
                .containsExactlyElementsOf(Scenarios.names())
                .hasSize(9);
        assertThat(Scenarios.shipped())
                .allSatisfy(scenario -> assertThat(scenario.about()).hasSizeLessThan(100));
        assertThat(Scenarios.named("nonsense")).isEmpty();
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertThatThrownBy(() -> Scenarios.read("mine", "about: x\nsteps: [{mine: {}}]\nseed: x"))
                .hasMessageStartingWith("scenario mine has 1 problem: seed: value is x");
    }

    private static InvalidScenarioException invalid(String yaml) {
        return catchThrowableOfType(
                InvalidScenarioException.class, () -> Scenarios.read("mine", yaml));
    }
}
