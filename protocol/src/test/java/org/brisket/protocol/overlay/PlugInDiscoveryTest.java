package org.brisket.protocol.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar that is put on the class path is all that a plug-in needs. */
class PlugInDiscoveryTest {
    @TempDir Path directory;

    private static String topicManager(String className, String topic) {
        return """
                package plugin;
                import org.brisket.protocol.overlay.*;
                public final class %s implements TopicManager {
                    @Override public String topic() { return "%s"; }
                    @Override public AdmittanceInstructions identifyAdmissibleOutputs(
                            TopicTransaction transaction) {
                        return AdmittanceInstructions.admit(java.util.List.of(0));
                    }
                    @Override public String documentation() { return "the first output"; }
                }
                """
                .formatted(className, topic);
    }

    private static String basketManager(String className, String name) {
        return """
                package plugin;
                import org.brisket.protocol.overlay.*;
                import org.brisket.protocol.transaction.ExtendedTransaction;
                public final class %s implements BasketManager {
                    @Override public String name() { return "%s"; }
                    @Override public java.util.Set<BasketLedger> ledgers(ExtendedTransaction any) {
                        return java.util.Set.of(new BasketLedger(name(), "the rest", ""));
                    }
                    @Override public BasketAnswer apply(BasketTransaction transaction) {
                        return BasketAnswer.of(
                                BasketInstructions.consuming(transaction.liveInputs()));
                    }
                    @Override public String documentation() { return "takes nothing"; }
                }
                """
                .formatted(className, name);
    }

    private URLClassLoader with(Class<?> service, String className, String source)
            throws IOException {
        URL jar = PlugInJar.build(directory, service, className, source).toUri().toURL();
        return new URLClassLoader(new URL[] {jar}, getClass().getClassLoader());
    }

    @Test
    void findsATopicManagerInAJarAndAsksIt() throws IOException {
        try (URLClassLoader loader =
                with(TopicManager.class, "FirstTopic", topicManager("FirstTopic", "tm_first"))) {
            TopicManagers managers = TopicManagers.discover(loader);

            assertThat(managers.topics()).contains("tm_first", "tm_any", "tm_hello");
            assertThat(managers.problems(List.of("tm_first"))).isEmpty();
            assertThat(
                            managers.find("tm_first")
                                    .orElseThrow()
                                    .identifyAdmissibleOutputs(new SampleTransaction().forTopic())
                                    .outputsToAdmit())
                    .containsExactly(0);
        }
        assertThat(TopicManagers.discover(getClass().getClassLoader()).topics())
                .doesNotContain("tm_first");
    }

    @Test
    void findsABasketManagerInAJarAndAsksIt() throws IOException {
        try (URLClassLoader loader =
                with(BasketManager.class, "Rest", basketManager("Rest", "rest"))) {
            BasketManagers managers = BasketManagers.discover(loader);
            SampleTransaction sample = new SampleTransaction().coin(new byte[] {0x51});
            BasketLedger ledger = new BasketLedger("rest", "the rest", "");

            assertThat(managers.names()).containsExactly("btms", "inventory", "rest");
            assertThat(managers.route(Set.of("rest"), sample.build()))
                    .isEqualTo(new BasketRoute.Ledgers(List.of(ledger)));
            assertThat(managers.apply(new BasketTransaction(sample.build(), ledger, List.of(0))))
                    .isEqualTo(BasketAnswer.of(BasketInstructions.consuming(List.of(0))));
        }
    }

    @Test
    void refusesTwoForOneTopicAndListsWhatThereIs() throws IOException {
        try (URLClassLoader loader =
                with(TopicManager.class, "Second", topicManager("Second", "tm_any"))) {
            assertThatThrownBy(() -> TopicManagers.discover(loader))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two topic managers for tm_any")
                    .hasMessageContaining("plugin.Second")
                    .hasMessageContaining(AnyTopicManager.class.getName())
                    .hasMessageContaining("tm_hello, tm_identity");
        }
    }

    @Test
    void refusesTwoBasketManagersOfOneNameAndListsWhatThereIs() throws IOException {
        try (URLClassLoader loader =
                with(BasketManager.class, "Other", basketManager("Other", "inventory"))) {
            assertThatThrownBy(() -> BasketManagers.discover(loader))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two basket managers for inventory")
                    .hasMessageContaining("plugin.Other")
                    .hasMessageContaining("[btms, inventory]");
        }
    }

    @Test
    void saysWhatIsMissingAndListsWhatThereIs() {
        assertThat(
                        BasketManagers.discover(getClass().getClassLoader())
                                .problems(List.of("btms", "absent", "gone")))
                .containsExactly(
                        "no basket manager for absent is on the class path; there are"
                                + " [btms, inventory]",
                        "no basket manager for gone is on the class path; there are"
                                + " [btms, inventory]");
        assertThat(
                        TopicManagers.discover(getClass().getClassLoader())
                                .problems(List.of("tm_absent")))
                .singleElement()
                .asString()
                .contains("no topic manager for tm_absent")
                .contains("tm_any, tm_btms, tm_hello");
    }
}
