package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brisket.operators.metrics.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each alert fires in one world and is quiet in another, as Prometheus itself judges. */
final class AlertRulesTest {
    private static final Pattern SERIES = Pattern.compile("(\\w+)(?:[{](.*)[}])?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode groups =
            Chart.render(Chart.OPERATOR, "verifier.enabled=true")
                    .get("PrometheusRule")
                    .path("spec");
    private final JsonNode cases = cases();

    @TempDir Path folder;

    private static JsonNode cases() {
        try (var file = AlertRulesTest.class.getResourceAsStream("/alert-cases.yaml")) {
            return Chart.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void eachAlertHasItsCases() {
        Set<String> withCases = new HashSet<>();
        cases.fieldNames().forEachRemaining(withCases::add);

        assertThat(groups.findValuesAsText("alert")).containsExactlyInAnyOrderElementsOf(withCases);
    }

    @Test
    void eachAlertFiresWhenItShouldAndOnlyThen() throws Exception {
        Promtool promtool = Promtool.orSkip();
        ObjectNode tests = JSON.createObjectNode();
        tests.putArray("rule_files").add("rules.json");
        tests.put("evaluation_interval", "1m");
        ArrayNode list = tests.putArray("tests");
        for (JsonNode rule : groups.at("/groups/0/rules")) {
            JsonNode ofAlert = cases.path(rule.path("alert").asText());
            list.add(test(rule, ofAlert.path("fires"), true, ofAlert.path("labels")));
            list.add(test(rule, ofAlert.path("quiet"), false, ofAlert.path("labels")));
        }
        JSON.writeValue(folder.resolve("rules.json").toFile(), groups);
        JSON.writeValue(folder.resolve("tests.json").toFile(), tests);

        promtool.run(folder, "check", "rules", "rules.json");
        promtool.run(folder, "test", "rules", "tests.json");
        assertThat(Files.readString(folder.resolve("promtool.txt"))).contains("SUCCESS");
    }

    private static ObjectNode test(JsonNode rule, JsonNode series, boolean fires, JsonNode more) {
        String alert = rule.path("alert").asText();
        ObjectNode test = JSON.createObjectNode();
        test.put("name", alert + (fires ? " fires" : " is quiet")).put("interval", "1m");
        ArrayNode input = test.putArray("input_series");
        series.properties()
                .forEach(
                        entry ->
                                input.addObject()
                                        .put("series", ofRelease(entry.getKey()))
                                        .put("values", entry.getValue().asText()));
        ObjectNode expected = test.putArray("alert_rule_test").addObject();
        expected.put("eval_time", "40m").put("alertname", alert);
        ArrayNode alerts = expected.putArray("exp_alerts");
        if (fires) {
            ObjectNode one = alerts.addObject();
            ObjectNode labels = one.putObject("exp_labels");
            labels.setAll((ObjectNode) rule.path("labels").deepCopy());
            more.properties().forEach(l -> labels.set(l.getKey(), l.getValue()));
            one.set("exp_annotations", rule.path("annotations"));
        }
        return test;
    }

    private static String ofRelease(String series) {
        Matcher parts = SERIES.matcher(series);
        assertThat(parts.matches()).as(series).isTrue();
        String name = parts.group(1);
        if (name.startsWith("brisket_") && !name.startsWith("brisket_verifier_")) {
            name = Metric.PREFIX + name.substring("brisket_".length());
        }
        String labels = parts.group(2) == null ? "" : "," + parts.group(2);
        return name + "{namespace=\"bsv\",pod=\"overlay-brisket-1\"" + labels + "}";
    }
}
