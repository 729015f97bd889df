package org.brisket.helm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What Kubernetes makes of a HorizontalPodAutoscaler with one metric and one policy each way, once
 * its windows have passed: the arithmetic of its controller, on the numbers of the manifest.
 */
record HorizontalScaling(JsonNode spec) {
    /** The controller's own tolerance where the manifest gives none. */
    private static final double TOLERANCE = 0.1;

    private static final double PERCENT = 100;

    /** Replicas after one period of this many with this CPU, in percent of what they request. */
    int next(int replicas, double cpu) {
        double ratio =
                cpu / spec.at("/metrics/0/containerResource/target/averageUtilization").asInt();
        if (ratio > 1 + tolerance("scaleUp")) {
            int most = (int) Math.ceil(replicas * (1 + step("scaleUp")));
            return Math.min(bounded((int) Math.ceil(replicas * ratio)), most);
        }
        if (ratio < 1 - tolerance("scaleDown")) {
            int least = (int) (replicas * (1 - step("scaleDown")));
            return Math.max(bounded((int) Math.ceil(replicas * ratio)), least);
        }
        return replicas;
    }

    private int bounded(int replicas) {
        int atLeast = Math.max(replicas, spec.path("minReplicas").asInt());
        return Math.min(atLeast, spec.path("maxReplicas").asInt());
    }

    private double tolerance(String direction) {
        return spec.at("/behavior/" + direction + "/tolerance").asDouble(TOLERANCE);
    }

    private double step(String direction) {
        return spec.at("/behavior/" + direction + "/policies/0/value").asInt() / PERCENT;
    }
}
