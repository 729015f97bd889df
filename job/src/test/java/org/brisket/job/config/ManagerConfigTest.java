package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.brisket.job.config.binding.ConfigBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManagerConfigTest {

    @Test
    void hostsTwoTopicsAndNoBasketByDefault() {
        assertThat(ConfigBinder.bind(TopicManagerConfig.class, "").topics())
                .containsExactly("tm_any", "tm_hello");
        assertThat(ConfigBinder.bind(BasketManagerConfig.class, "").baskets()).isEmpty();
    }

    @Test
    void mapsEveryKey() {
        assertThat(ConfigBinder.bind(TopicManagerConfig.class, "topics: [tm_a, tm_b]").topics())
                .containsExactly("tm_a", "tm_b");
        assertThat(ConfigBinder.bind(BasketManagerConfig.class, "baskets: [m/baskets]").baskets())
                .containsExactly("m/baskets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "tm_", "tm_A", "tm_a__b", "tm_a_", "tm_a b", "TM_a", "tm_a1"})
    void refusesWhatIsNoTopicName(String topic) {
        assertThat(ConfigFixture.problems(TopicManagerConfig.class, "topics: ['" + topic + "']"))
                .containsExactly(
                        "topics: value is "
                                + topic
                                + ", must be tm_ and lower-case words joined by underscores");
    }

    @Test
    void boundsTheLengthOfATopicName() {
        assertThat(TopicManagerConfig.isTopicName("tm_" + "a".repeat(47))).isTrue();
        assertThat(TopicManagerConfig.isTopicName("tm_" + "a".repeat(48))).isFalse();
    }

    @Test
    void refusesNoTopicAtAll() {
        assertThat(ConfigFixture.problems(TopicManagerConfig.class, "topics: []"))
                .containsExactly("topics: number of entries is 0, must be between 1 and 1000");
    }

    @Test
    void refusesRepeats() {
        assertThat(ConfigFixture.problems(TopicManagerConfig.class, "topics: [tm_a, tm_a]"))
                .containsExactly("topics: holds tm_a twice, must hold it once");
        assertThat(
                        ConfigFixture.problems(
                                BasketManagerConfig.class, "baskets: [m/baskets, m/baskets]"))
                .containsExactly("baskets: holds m/baskets twice, must hold it once");
    }

    @Test
    void refusesEverythingThatIsNoNameOfABasket() {
        assertThat(
                        ConfigFixture.problems(
                                BasketManagerConfig.class,
                                "baskets: [stock, Shop/stock, shop/tea, inventory/stock]"))
                .hasSize(3)
                .allMatch(problem -> problem.contains("must be a manager's name, a slash and"))
                .anyMatch(problem -> problem.startsWith("baskets: value is stock,"))
                .anyMatch(problem -> problem.startsWith("baskets: value is Shop/stock,"))
                .anyMatch(problem -> problem.startsWith("baskets: value is shop/tea,"));
    }

    @Test
    void namesEachManagerOnce() {
        BasketManagerConfig config =
                ConfigBinder.bind(
                        BasketManagerConfig.class,
                        "baskets: [inventory/stock, btms/p btms, inventory/other stock]");

        assertThat(config.managers()).containsExactly("inventory", "btms");
    }

    @Test
    void refusesMoreThanAThousandBaskets() {
        String baskets = "baskets:\n" + "- m/baskets\n".repeat(1001);

        assertThat(ConfigFixture.problems(BasketManagerConfig.class, baskets))
                .contains("baskets: number of entries is 1001, must be at most 1000");
    }
}
