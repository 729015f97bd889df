package org.brisket.protocol.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Plug-ins of one kind, by name.
 *
 * @param <P> the interface that they implement
 */
final class PlugIns<P> {
    private final String kind;
    private final Map<String, P> byName;

    private PlugIns(String kind, Map<String, P> byName) {
        this.kind = kind;
        this.byName = byName;
    }

    /**
     * @param kind what to call one of them in messages
     * @throws IllegalArgumentException if two have one name; it says which, and what there is
     */
    static <P> PlugIns<P> of(Iterable<P> plugIns, String kind, Function<P, String> nameOf) {
        Map<String, P> byName = new TreeMap<>();
        List<String> doubled = new ArrayList<>();
        for (P plugIn : plugIns) {
            String name = nameOf.apply(plugIn);
            P other = byName.putIfAbsent(name, plugIn);
            if (other != null) {
                doubled.add(
                        "two %ss for %s: %s and %s"
                                .formatted(kind, name, className(other), className(plugIn)));
            }
        }
        if (!doubled.isEmpty()) {
            throw new IllegalArgumentException(
                    String.join("; ", doubled) + "; there are " + byName.keySet());
        }
        return new PlugIns<>(kind, byName);
    }

    private static String className(Object plugIn) {
        return plugIn.getClass().getName();
    }

    Collection<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    Optional<P> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** One line for each name that has no plug-in, which lists what there is. */
    List<String> problems(Collection<String> wanted) {
        List<String> problems = new ArrayList<>();
        for (String name : wanted) {
            if (!byName.containsKey(name)) {
                problems.add(
                        "no %s for %s is on the class path; there are %s"
                                .formatted(kind, name, byName.keySet()));
            }
        }
        return problems;
    }
}
