package org.brisket.job.config.binding;

/** A group of configuration keys; implemented by records whose components carry {@link Key}. */
public interface Section {

    /**
     * Reports what is wrong between the keys of this section; each key's own range was checked
     * before.
     */
    default void check(Problems problems) {}
}
