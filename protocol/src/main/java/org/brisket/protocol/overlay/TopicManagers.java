package org.brisket.protocol.overlay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The topic managers that a class loader offers, by topic. */
public final class TopicManagers {
    private final PlugIns<TopicManager> plugIns;

    private TopicManagers(PlugIns<TopicManager> plugIns) {
        this.plugIns = plugIns;
    }

    /**
     * Finds every topic manager; two for one topic is a mistake in the deployment.
     *
     * @throws IllegalArgumentException naming both classes and what there is
     */
    public static TopicManagers discover(ClassLoader classLoader) {
        return new TopicManagers(
                PlugIns.of(
                        ServiceLoader.load(TopicManager.class, classLoader),
                        "topic manager",
                        TopicManager::topic));
    }

    public Collection<String> topics() {
        return plugIns.names();
    }

    public Optional<TopicManager> find(String topic) {
        return plugIns.find(topic);
    }

    /** What is wrong with hosting these topics; empty if nothing is. */
    public List<String> problems(Collection<String> hosted) {
        return plugIns.problems(hosted);
    }
}
