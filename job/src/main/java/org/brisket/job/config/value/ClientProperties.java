package org.brisket.job.config.value;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Settings handed to a client library as they are; whatever looks like a secret never prints. */
public final class ClientProperties {
    private static final String MASK = "***";
    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "password|passwd|secret|token|credential|jaas|\\.key$|private|userinfo|user\\.info");

    private final Map<String, String> entries;

    public ClientProperties(Map<String, String> entries) {
        this.entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /** The settings with their values in the clear, sorted by name. */
    public Map<String, String> asMap() {
        return entries;
    }

    /** A new set of properties, for the constructors of clients. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(entries);
        return properties;
    }

    /** The settings as they may be shown: {@code ***} in place of every value that looks secret. */
    public Map<String, String> masked() {
        Map<String, String> masked = new TreeMap<>(entries);
        masked.replaceAll((name, value) -> looksSecret(name) ? MASK : value);
        return masked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientProperties properties && entries.equals(properties.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return masked().toString();
    }

    private static boolean looksSecret(String name) {
        return SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
