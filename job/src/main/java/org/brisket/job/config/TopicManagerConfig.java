package org.brisket.job.config;

import java.util.List;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;
import org.brisket.protocol.advert.ServiceNames;

/** The overlay topics that the job hosts. */
public record TopicManagerConfig(
        @Key(
                        byDefault = "[tm_any, tm_hello]",
                        min = "1",
                        max = "1000",
                        meaning = "Topics, each of which a plug-in on the class path must know")
                List<String> topics)
        implements Section {

    /** Whether a text can be the name of an overlay topic (BRC-87). */
    public static boolean isTopicName(String text) {
        return ServiceNames.isTopic(text);
    }

    @Override
    public void check(Problems problems) {
        topics.stream()
                .filter(topic -> !isTopicName(topic))
                .forEach(
                        topic ->
                                problems.refuse(
                                        "topics",
                                        topic,
                                        "must be tm_ and lower-case words joined by underscores"));
        UniqueNames.check("topics", topics, problems);
    }
}
