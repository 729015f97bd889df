package org.brisket.bench.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the job's CPU time goes. A sampled stack belongs to the stage of the innermost frame that
 * names one; what Java and RocksDB do by themselves is known by the thread.
 */
final class StageProfile {
    enum Part {
        COMPILER("Java's compiler", "^\\[C[12] CompilerThre"),
        COLLECTOR("garbage collector", "^\\[(GC Thread|G1 )"),
        ROCKSDB_BACKGROUND("RocksDB, flushes and compactions", "^\\[rocksdb"),
        CHECKPOINT("checkpoints", "SnapshotStrategy|StateUploader|/checkpoint/"),
        ROCKSDB("RocksDB, reads and writes", "org/rocksdb/|flink/state/rocksdb/"),
        SIGNATURES("signatures", "secp256k1"),
        JSON("JSON", "fasterxml/jackson|operators/output/"),
        KAFKA("Kafka clients", "apache/kafka|flink/connector/kafka|connectors/kafka"),
        HTTP("HTTP", "/net/http/|connectors/(http|arc|chain)/"),
        EXCHANGE("records between steps", "flink/(runtime/io/network|streaming/runtime/io)/"),
        DECODE("decode", "operators/intake/"),
        PROVE("own headers, roots", "operators/proof/"),
        SCRIPTS("scripts beside signatures", "operators/verification/"),
        LEDGER("route and ledger", "operators/ledger/"),
        COORDINATE("coordinate, decisions", "operators/decision/"),
        STORE("store transactions", "operators/store/"),
        TRACK("broadcast, track", "operators/(broadcast|tracking)/"),
        REST("the rest: scheduling, job manager, wake-ups", "");

        private final String title;
        private final Pattern pattern;

        Part(String title, String pattern) {
            this.title = title;
            this.pattern = Pattern.compile(pattern);
        }

        /** Frames outermost first; the first names the thread. */
        static Part of(List<String> frames) {
            for (int i = frames.size() - 1; i > 0; i--) {
                Part part = ofText(frames.get(i));
                if (part != REST) {
                    return part;
                }
            }
            return ofText(frames.get(0));
        }

        private static Part ofText(String text) {
            return Stream.of(values())
                    .filter(part -> part.pattern.matcher(text).find())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Map<Part, Long> samples = new EnumMap<>(Part.class);

    private StageProfile() {}

    /**
     * @param stacks lines of frames, outermost first and separated by semicolons, and a count
     */
    static StageProfile read(Path stacks) throws IOException {
        StageProfile profile = new StageProfile();
        for (String line : Files.readAllLines(stacks)) {
            int end = line.lastIndexOf(' ');
            Part part = Part.of(List.of(line.substring(0, end).split(";")));
            profile.samples.merge(part, Long.parseLong(line.substring(end + 1)), Long::sum);
        }
        return profile;
    }

    /** A table of microseconds for each transaction, which together are all that was taken. */
    String toMarkdown(double microsecondsEach) {
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<Part, Long>> parts =
                samples.entrySet().stream()
                        .sorted(Map.Entry.<Part, Long>comparingByValue(Comparator.reverseOrder()))
                        .toList();
        return parts.stream()
                .map(
                        entry ->
                                "| %s | %.1f | %.1f %% |%n"
                                        .formatted(
                                                entry.getKey().title,
                                                microsecondsEach * entry.getValue() / all,
                                                100 * entry.getValue() / all))
                .collect(
                        Collectors.joining(
                                "",
                                String.format(
                                        Locale.ROOT,
                                        "%n| stage | µs for each transaction | share |%n"
                                                + "|---|--:|--:|%n"),
                                ""));
    }
}
