package org.brisket.job.config.binding;

import java.util.List;
import java.util.Map;

/** A piece of a configuration file before it has a type. */
sealed interface ConfigNode {

    /** What the piece is, as the beginning of a message about it. */
    String description();

    /** A key without a value, or with an empty one. */
    record Empty() implements ConfigNode {
        @Override
        public String description() {
            return "is empty";
        }
    }

    /** A single value as it is written, without quotes and surrounding space; never empty. */
    record Scalar(String text) implements ConfigNode {
        @Override
        public String description() {
            return "value is " + text;
        }
    }

    /** A list. */
    record Sequence(List<ConfigNode> items) implements ConfigNode {
        @Override
        public String description() {
            return "is a list";
        }
    }

    /** Keys with their values, in the order of the file. */
    record Mapping(Map<String, ConfigNode> entries) implements ConfigNode {
        @Override
        public String description() {
            return "is a section";
        }
    }
}
