package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class AlertsTest {
    private static final Path PAGE = Path.of("..", "docs", "alerts.md");

    private static JsonNode rules(String... settings) {
        List<String> all = new ArrayList<>(List.of("verifier.enabled=true"));
        all.addAll(List.of(settings));
        return Chart.render(Chart.OPERATOR, all.toArray(String[]::new))
                .get("PrometheusRule")
                .at("/spec/groups/0/rules");
    }

    private static String expression(JsonNode rules, String alert) {
        for (JsonNode rule : rules) {
            if (rule.path("alert").asText().equals(alert)) {
                return rule.path("expr").asText();
            }
        }
        throw new AssertionError("no alert " + alert);
    }

    private static String runbook(JsonNode rule) {
        String words = rule.path("alert").asText().replaceAll("(?<=.)([A-Z])", "-$1");
        return words.toLowerCase(Locale.ROOT) + ".md";
    }

    @Test
    void alertsNameOnlyMetricsThatExist() {
        JsonNode rules = rules();

        assertThat(rules).isNotEmpty();
        for (JsonNode rule : rules) {
            assertThat(MetricNames.in(rule.path("expr").asText()))
                    .as(rule.path("alert").asText())
                    .isNotEmpty()
                    .isSubsetOf(MetricNames.known());
        }
    }

    @Test
    void alertsLookAtThisReleaseOnly() {
        for (String expression : rules().findValuesAsText("expr")) {
            assertThat(expression.split("[{]", -1)).hasSameSizeAs(ofRelease(expression));
        }
    }

    private static String[] ofRelease(String expression) {
        return expression.split("[{]namespace=\"bsv\"", -1);
    }

    @Test
    void eachAlertIsDescribedAndLinksToItsRunbook() throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode rule : rules("monitoring.rules.runbooks=https://books.example.com/r")) {
            String page = runbook(rule);
            assertThat(rule.at("/annotations/runbook_url").asText())
                    .isEqualTo("https://books.example.com/r/" + page);
            assertThat(rule.at("/annotations/summary").asText()).endsWith(".");
            expected.add(
                    "| [%s](runbooks/%s) | %s | %s |"
                            .formatted(
                                    rule.path("alert").asText(),
                                    page,
                                    rule.at("/labels/severity").asText(),
                                    rule.path("for").asText("at once")));
        }

        assertThat(
                        Files.readAllLines(PAGE).stream()
                                .filter(line -> line.startsWith("| ["))
                                .map(line -> line.substring(0, line.lastIndexOf(" | ") + 2)))
                .isEqualTo(expected);
    }

    @Test
    void thresholdsAreThoseOfTheJob() {
        JsonNode defaults = rules();
        assertThat(expression(defaults, "BrisketProcessingSlow")).endsWith("> 5000");
        assertThat(expression(defaults, "BrisketBroadcastSlow")).endsWith("> 10000");
        assertThat(expression(defaults, "BrisketValidationFailures")).endsWith("> 0.01");
        assertThat(expression(defaults, "BrisketNetworkAcceptanceLow")).endsWith("< 0.95");

        JsonNode own =
                rules(
                        "brisket.monitoring.max-processing-time=2 min",
                        "brisket.monitoring.max-validation-failures=2.5 %");
        assertThat(expression(own, "BrisketProcessingSlow")).endsWith("> 120000");
        assertThat(expression(own, "BrisketValidationFailures")).endsWith("> 0.025");
    }

    @Test
    void aDurationThatCannotBeComparedIsRefused() {
        assertThatThrownBy(() -> rules("brisket.monitoring.max-broadcast-latency=PT10S"))
                .hasMessageContaining("brisket.monitoring.max-broadcast-latency: PT10S given");
    }

    @Test
    void whatDependsOnOthersIsOptional() {
        assertThat(rules("verifier.enabled=false", "monitoring.rules.pods=false"))
                .hasSize(rules().size() - 4);
    }

    @Test
    void metricsAreServedOnTheScrapedPort() {
        Manifests manifests = Chart.render(Chart.OPERATOR, "monitoring.port=9999");

        assertThat(manifests.flinkOptions()).containsEntry("metrics.reporter.prom.port", "9999");
        assertThat(manifests.pods())
                .allMatch(pod -> pod.at("/spec/containers/0/ports").toString().contains("9999"));
        assertThat(manifests.get("PodMonitor").at("/spec/podMetricsEndpoints/0/port").asText())
                .isEqualTo("metrics");
    }
}
