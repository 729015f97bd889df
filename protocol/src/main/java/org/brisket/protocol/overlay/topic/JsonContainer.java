package org.brisket.protocol.overlay.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.MalformedException;

/** An object or array of JSON that is being read. */
final class JsonContainer {
    private final boolean object;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final List<Object> elements = new ArrayList<>();
    private String key = "";

    JsonContainer(boolean object) {
        this.object = object;
    }

    boolean isObject() {
        return object;
    }

    char end() {
        return object ? '}' : ']';
    }

    void key(String next) throws MalformedException {
        if (members.containsKey(next)) {
            throw MalformedException.of("the JSON key %.50s occurs twice", next);
        }
        key = next;
    }

    void add(Object value) {
        if (object) {
            members.put(key, value);
        } else {
            elements.add(value);
        }
    }

    Object value() {
        return object ? members : elements;
    }
}
