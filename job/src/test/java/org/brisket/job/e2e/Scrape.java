package org.brisket.job.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus would read from a process: every sample with its labels. */
record Scrape(List<Sample> samples) {
    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {
        private boolean has(Map<String, String> wanted) {
            return labels.entrySet().containsAll(wanted.entrySet());
        }
    }

    static Scrape of(int port) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics")).build();
        String page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        List<Sample> samples = new ArrayList<>();
        page.lines()
                .filter(line -> !line.startsWith("#"))
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .forEach(match -> samples.add(sample(match)));
        return new Scrape(List.copyOf(samples));
    }

    private static Sample sample(Matcher match) {
        Map<String, String> labels = new TreeMap<>();
        if (match.group(2) != null) {
            LABEL.matcher(match.group(2))
                    .results()
                    .forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(match.group(1), labels, Double.parseDouble(match.group(3)));
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        samples.forEach(sample -> names.add(sample.name()));
        return names;
    }

    List<Sample> of(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** Over all series of the name that have these labels. */
    double sum(String name, Map<String, String> labels) {
        return of(name).stream()
                .filter(sample -> sample.has(labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** As above; NaN only if nothing but NaN is there. */
    double max(String name, Map<String, String> labels) {
        return of(name).stream()
                .filter(sample -> sample.has(labels))
                .mapToDouble(Sample::value)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }
}
