package org.brisket.job.config.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A configuration key: what the record component beneath it means, its default and its range. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** One line for the person who sets it, as docs/configuration.md shows it. */
    String meaning();

    /** The default as YAML; empty if the key has none and must be given. */
    String byDefault() default "";

    /**
     * The least value allowed, or the least number of entries of a list; empty if there is no such
     * bound.
     */
    String min() default "";

    /**
     * The greatest value allowed, or the greatest number of entries of a list; empty if there is no
     * such bound.
     */
    String max() default "";
}
