package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.MetricKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DashboardTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode dashboard = dashboard();

    private static JsonNode dashboard() {
        try {
            return JSON.readTree(Chart.FOLDER.resolve("files/dashboard.json").toFile());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private List<String> queries() {
        return dashboard.path("panels").findValuesAsText("expr");
    }

    @Test
    void queriesNameOnlyMetricsThatExist() {
        assertThat(queries())
                .isNotEmpty()
                .allSatisfy(
                        query ->
                                assertThat(MetricNames.in(query))
                                        .isNotEmpty()
                                        .isSubsetOf(MetricNames.known()));
    }

    @Test
    void everyMetricOfTheJobIsShown() {
        String all = String.join("\n", queries());
        for (Metric metric : Metric.values()) {
            String kind = metric.kind() == MetricKind.HISTOGRAM ? "quantile=" : "";
            assertThat(all).contains(metric.exportedName() + "{").contains(kind);
        }
    }

    @Test
    void everyQueryCanBeNarrowedToARelease() {
        assertThat(queries())
                .allSatisfy(
                        query ->
                                assertThat(MetricNames.in(query).toList())
                                        .hasSize(
                                                query.split(
                                                                        "namespace=~\"\\$namespace\",pod=~\"\\$pod\"",
                                                                        -1)
                                                                .length
                                                        - 1));
    }

    @Test
    void theDataSourceIsAVariable() {
        assertThat(dashboard.at("/templating/list").findValuesAsText("name"))
                .contains("datasource", "namespace", "pod");
        for (JsonNode panel : dashboard.path("panels")) {
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            }
        }
    }

    @Test
    void panelsAreWellFormed() {
        assertThat(dashboard.path("uid").asText()).isEqualTo("brisket");
        assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as("id of " + panel).isTrue();
            assertThat(panel.path("title").asText()).isNotEmpty();
            assertThat(panel.findValuesAsText("refId")).doesNotHaveDuplicates();
        }
    }

    @Test
    void panelsDoNotOverlap() {
        List<JsonNode> places = new ArrayList<>();
        dashboard.path("panels").forEach(panel -> places.add(panel.path("gridPos")));
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(places.get(i), places.get(j))).isFalse();
            }
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return meet(one, other, "x", "w") && meet(one, other, "y", "h");
    }

    private static boolean meet(JsonNode one, JsonNode other, String from, String size) {
        int a = one.path(from).asInt();
        int b = other.path(from).asInt();
        return a < b + other.path(size).asInt() && b < a + one.path(size).asInt();
    }

    @Test
    void queriesAreValid(@TempDir Path folder) throws Exception {
        Promtool promtool = Promtool.orSkip();
        ObjectNode file = JSON.createObjectNode();
        ObjectNode group = file.putArray("groups").addObject().put("name", "dashboard");
        ArrayNode rules = group.putArray("rules");
        int number = 0;
        for (String query : queries()) {
            rules.addObject()
                    .put("record", "panel:query:" + number++)
                    .put("expr", query.replace("$__rate_interval", "5m"));
        }
        JSON.writeValue(folder.resolve("rules.json").toFile(), file);

        promtool.run(folder, "check", "rules", "rules.json");
    }

    @Test
    void theChartCarriesIt() throws IOException {
        JsonNode map = Chart.render(Chart.OPERATOR).get("ConfigMap", "-dashboard");

        assertThat(map.at("/metadata/labels/grafana_dashboard").asText()).isEqualTo("1");
        assertThat(JSON.readTree(map.at("/data/brisket.json").asText())).isEqualTo(dashboard);
        assertThat(Chart.render(Chart.MINIMAL).all().toString()).doesNotContain("brisket.json");
    }
}
