package org.brisket.job.config.binding;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one configuration, seen from one place in it. */
public final class Problems {
    private final List<Problem> found;
    private final String path;

    /** An empty list, seen from the root of the configuration. */
    public Problems() {
        this(new ArrayList<>(), "");
    }

    private Problems(List<Problem> found, String path) {
        this.found = found;
        this.path = path;
    }

    /** The same list seen from the section under a key of this one. */
    public Problems at(String key) {
        return new Problems(found, pathOf(key));
    }

    /** The same list seen from an entry of this list, counted from 0. */
    public Problems at(int index) {
        return new Problems(found, path + "[" + index + "]");
    }

    /** Reports a value that a key must not have; {@code must} reads "must be …". */
    public void refuse(String key, Object value, String must) {
        add(key, "value is " + value + ", " + must);
    }

    /** Reports what is wrong with a key of this section. */
    public void add(String key, String message) {
        found.add(new Problem(pathOf(key), message));
    }

    /** Reports what is wrong with the place this list is seen from. */
    public void addHere(String message) {
        found.add(new Problem(path, message));
    }

    /** Whether nothing was reported of these keys of this section, nor of anything below them. */
    public boolean sound(String... keys) {
        for (String key : keys) {
            if (found.stream().anyMatch(problem -> problem.isWithin(pathOf(key)))) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Every problem as one line, in the order in which they were found. */
    public List<String> lines() {
        return found.stream().map(Problem::line).toList();
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private record Problem(String path, String message) {

        boolean isWithin(String other) {
            return path.equals(other)
                    || path.startsWith(other + ".")
                    || path.startsWith(other + "[");
        }

        String line() {
            return path.isEmpty() ? message : path + ": " + message;
        }
    }
}
