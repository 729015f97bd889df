package org.brisket.protocol.overlay.topic;

import java.util.ArrayDeque;
import java.util.Deque;
import org.brisket.protocol.bytes.MalformedException;

/**
 * JSON (RFC 8259) as plain values: {@link java.util.Map}, {@link java.util.List}, {@link String},
 * {@link Boolean}, {@link JsonNumber} and {@link #NULL}. It is strict: a key that occurs twice, a
 * lone surrogate, and anything behind the value are malformed. It never recurses and nests at most
 * {@value #DEEPEST} deep.
 */
final class JsonText {
    static final Object NULL = new Object();
    static final int DEEPEST = 16;

    /** A number as it is written. */
    record JsonNumber(String text) {}

    private final JsonScanner scanner;
    private final Deque<JsonContainer> open = new ArrayDeque<>();

    private JsonText(String text) {
        scanner = new JsonScanner(text);
    }

    static Object parse(String text) throws MalformedException {
        return new JsonText(text).value();
    }

    private Object value() throws MalformedException {
        while (true) {
            Object complete = start();
            while (complete != null && !open.isEmpty()) {
                complete = addToOpen(complete);
            }
            if (complete != null) {
                scanner.expectEnd();
                return complete;
            }
        }
    }

    /** Begins a value; null when it is a container that is not complete yet. */
    private Object start() throws MalformedException {
        char next = scanner.peek();
        if (next != '{' && next != '[') {
            return scanner.scalar();
        }
        scanner.expect(next);
        if (open.size() == DEEPEST) {
            throw MalformedException.of("JSON nested deeper than %d", DEEPEST);
        }
        JsonContainer container = new JsonContainer(next == '{');
        if (scanner.skipIf(container.end())) {
            return container.value();
        }
        open.push(container);
        readKey();
        return null;
    }

    /** Puts a value where it belongs; the container when that completes it, else null. */
    private Object addToOpen(Object value) throws MalformedException {
        open.peek().add(value);
        if (scanner.skipIf(open.peek().end())) {
            return open.pop().value();
        }
        scanner.expect(',');
        readKey();
        return null;
    }

    private void readKey() throws MalformedException {
        if (open.peek().isObject()) {
            open.peek().key(scanner.string());
            scanner.expect(':');
        }
    }
}
