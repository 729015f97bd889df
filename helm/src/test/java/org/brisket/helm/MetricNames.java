package org.brisket.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.MetricKind;

/** The names that queries may use: those of the job's registry, and those of others. */
final class MetricNames {
    private static final Pattern NAME =
            Pattern.compile("\\b(flink|brisket|container|kube|kubelet)_\\w+(?=[{])");

    /** Those of the verifier, of the kubelet and of kube-state-metrics. */
    private static final Set<String> OF_OTHERS =
            Set.of(
                    "brisket_verifier_sequence_gaps_total",
                    "brisket_verifier_digest_mismatches_total",
                    "brisket_verifier_duplicate_results_total",
                    "container_memory_working_set_bytes",
                    "kube_pod_container_resource_limits",
                    "kubelet_volume_stats_used_bytes",
                    "kubelet_volume_stats_capacity_bytes");

    private MetricNames() {}

    static Set<String> known() {
        Set<String> names = new HashSet<>(OF_OTHERS);
        names.addAll(ofFlink());
        for (Metric metric : Metric.values()) {
            names.add(metric.exportedName());
            if (metric.kind() == MetricKind.HISTOGRAM) {
                names.add(metric.exportedName() + "_count");
            }
        }
        return names;
    }

    /** Flink's own names, which the job's test finds in a running job. */
    static List<String> ofFlink() {
        try (var list = MetricNames.class.getResourceAsStream("/flink-metrics.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<String> in(String query) {
        return NAME.matcher(query).results().map(MatchResult::group);
    }
}
