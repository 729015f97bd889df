package org.brisket.protocol.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The topic managers that a class loader offers, by topic. */
public final class TopicManagers {
    private final Map<String, TopicManager> byTopic;

    private TopicManagers(Map<String, TopicManager> byTopic) {
        this.byTopic = byTopic;
    }

    /** Finds every topic manager; two for one topic is a mistake in the deployment. */
    public static TopicManagers discover(ClassLoader classLoader) {
        Map<String, TopicManager> byTopic = new TreeMap<>();
        for (TopicManager manager : ServiceLoader.load(TopicManager.class, classLoader)) {
            TopicManager other = byTopic.put(manager.topic(), manager);
            if (other != null) {
                throw new IllegalArgumentException(
                        "two topic managers for "
                                + manager.topic()
                                + ": "
                                + other.getClass().getName()
                                + " and "
                                + manager.getClass().getName());
            }
        }
        return new TopicManagers(byTopic);
    }

    public Collection<String> topics() {
        return byTopic.keySet();
    }

    public Optional<TopicManager> find(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }

    /** What is wrong with hosting these topics; empty if nothing is. */
    public List<String> problems(Collection<String> hosted) {
        List<String> problems = new ArrayList<>();
        for (String topic : hosted) {
            if (!byTopic.containsKey(topic)) {
                problems.add(
                        "no topic manager for "
                                + topic
                                + " is on the class path; there are "
                                + byTopic.keySet());
            }
        }
        return problems;
    }
}
