package org.brisket.protocol.bytes;

import java.util.Locale;

/**
 * Says that bytes do not follow their format. Thrown by parsers and turned into a rejection at one
 * boundary; it carries no stack trace because hostile input must stay cheap. Only the excess of a
 * limit has a class of its own.
 */
public class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message, null, false, false);
    }

    public static MalformedException of(String template, Object... values) {
        return new MalformedException(String.format(Locale.ROOT, template, values));
    }
}
