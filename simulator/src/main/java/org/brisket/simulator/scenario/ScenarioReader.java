package org.brisket.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.brisket.simulator.scenario.Scenario.Step;
import org.brisket.simulator.scenario.Scenario.WantedWorkload;

/** Reads the YAML of a scenario and finds everything that is wrong with it. */
final class ScenarioReader {
    private static final int MAX_STEPS = 1_000;
    private static final long MAX_COUNT = 2_000_000;
    private static final int LONGEST_CHAIN = 1_000;
    private static final Duration BLOCK_INTERVAL = Duration.ofSeconds(3);
    private static final ObjectMapper YAML =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .streamReadConstraints(
                                    StreamReadConstraints.builder().maxNestingDepth(20).build())
                            .build());

    private enum Order {
        AS_MADE,
        CHILD_FIRST
    }

    private final ActionReader actions = new ActionReader();
    private final List<String> problems = new ArrayList<>();

    private ScenarioReader() {}

    /**
     * The scenario that a text describes.
     *
     * @throws InvalidScenarioException with every problem
     */
    static Scenario read(String name, String yaml) {
        ScenarioReader reader = new ScenarioReader();
        Scenario scenario = reader.scenario(name, parse(name, yaml));
        if (!reader.problems.isEmpty()) {
            throw new InvalidScenarioException(name, reader.problems);
        }
        return scenario;
    }

    private static JsonNode parse(String name, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
            throw new InvalidScenarioException(
                    name, List.of(where + "not valid YAML (" + what + ")"));
        }
    }

    private Scenario scenario(String name, JsonNode root) {
        Fields fields = new Fields("", root, problems);
        Scenario scenario =
                new Scenario(
                        name,
                        fields.text("about"),
                        fields.integer("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                        workload(section(fields, "workload")),
                        blockInterval(fields),
                        steps(fields));
        fields.refuseOthers();
        return scenario;
    }

    private Fields section(Fields fields, String key) {
        return new Fields(fields.pathOf(key), fields.node(key), problems);
    }

    private static Duration blockInterval(Fields fields) {
        Duration interval = fields.span("block-interval").orElse(BLOCK_INTERVAL);
        if (interval.isZero()) {
            fields.report("block-interval", "value is 0, must be more");
        }
        return interval;
    }

    private static WantedWorkload workload(Fields fields) {
        WantedWorkload workload =
                new WantedWorkload(
                        fields.integer("count", 2_000, 1, MAX_COUNT),
                        fields.number("rate", 200, 1e6),
                        fields.number("bad-share", 0.05, 1),
                        fields.number("chained-share", 0.18, 0.9),
                        (int) fields.integer("longest-chain", 4, 1, LONGEST_CHAIN),
                        fields.choice("order", Order.AS_MADE, List.of(Order.values()))
                                == Order.CHILD_FIRST);
        fields.refuseOthers();
        return workload;
    }

    private List<Step> steps(Fields fields) {
        JsonNode list = fields.node("steps");
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_STEPS) {
            fields.report("steps", "must be a list of 1 to " + MAX_STEPS + " steps");
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            step("steps[" + i + "]", list.get(i), steps);
        }
        return steps;
    }

    private void step(String path, JsonNode node, List<Step> steps) {
        Fields fields = new Fields(path, node, problems);
        Trigger after = fields.trigger("after");
        List<String> named =
                StreamSupport.stream(actions.names().spliterator(), false)
                        .filter(fields::has)
                        .toList();
        if (named.size() == 1) {
            String name = named.get(0);
            Fields keys = section(fields, name);
            steps.add(new Step(after, actions.read(name, keys)));
            fields.refuseOthers();
        } else {
            fields.report(
                    "",
                    "must name one action of " + String.join(", ", actions.names()) + named(named));
        }
    }

    private static String named(List<String> named) {
        return named.isEmpty() ? "" : ", not " + String.join(" and ", named);
    }
}
