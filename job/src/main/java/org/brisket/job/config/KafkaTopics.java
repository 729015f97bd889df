package org.brisket.job.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;

/** The names of the Kafka topics between the job and the world. */
public record KafkaTopics(
        @Key(byDefault = "beef-submissions", meaning = "In: BEEF to be admitted")
                String submissions,
        @Key(byDefault = "beef-results", meaning = "Out: one final answer for each submission")
                String results,
        @Key(
                        byDefault = "beef-admissions",
                        meaning =
                                "Out: the public change log, one record for each admitted transaction, and its proof")
                String admissions,
        @Key(
                        byDefault = "beef-rollbacks",
                        meaning = "Out: one compensation for each admission that was undone")
                String rollbacks,
        @Key(
                        byDefault = "beef-rejections",
                        meaning =
                                "Out: refused submissions byte for byte, with the reason in their headers")
                String rejections,
        @Key(
                        byDefault = "decisions",
                        meaning = "Loop: the commit log between admission and broadcast")
                String decisions,
        @Key(
                        byDefault = "network-events",
                        meaning = "In: callbacks, proofs and block headers from the network")
                String networkEvents,
        @Key(byDefault = "state-queries", meaning = "In: questions about the live state")
                String stateQueries,
        @Key(byDefault = "state-answers", meaning = "Out: the answers to them") String stateAnswers,
        @Key(
                        byDefault = "beef-transactions",
                        meaning =
                                "Out: each stored transaction as a BEEF of its own; to be compacted")
                String transactions)
        implements Section {

    private static final Set<String> INPUT_KEYS =
            Set.of("submissions", "network-events", "state-queries");
    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    @Override
    public void check(Problems problems) {
        Map<String, String> keyOf = new HashMap<>();
        byKey().forEach((key, topic) -> check(key, topic, keyOf, problems));
    }

    private static void check(
            String key, String topic, Map<String, String> keyOf, Problems problems) {
        if (!LEGAL.matcher(topic).matches() || topic.equals(".") || topic.equals("..")) {
            problems.refuse(
                    key, topic, "must be 1 to 249 letters, digits, dots, underscores and hyphens");
        }
        String other = keyOf.putIfAbsent(topic, key);
        if (other != null) {
            problems.refuse(key, topic, "must differ from the topic of " + other);
        }
    }

    /** All of them in the order of their keys' description, by their keys. */
    public Map<String, String> byKey() {
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("submissions", submissions);
        topics.put("results", results);
        topics.put("admissions", admissions);
        topics.put("rollbacks", rollbacks);
        topics.put("rejections", rejections);
        topics.put("decisions", decisions);
        topics.put("network-events", networkEvents);
        topics.put("state-queries", stateQueries);
        topics.put("state-answers", stateAnswers);
        topics.put("transactions", transactions);
        return topics;
    }

    /** Those that the job writes, {@code decisions} included, by their keys. */
    public Map<String, String> outputs() {
        Map<String, String> outputs = byKey();
        outputs.keySet().removeAll(INPUT_KEYS);
        return outputs;
    }
}
