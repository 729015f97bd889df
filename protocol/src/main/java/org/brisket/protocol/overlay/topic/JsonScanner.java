package org.brisket.protocol.overlay.topic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brisket.protocol.bytes.MalformedException;

/** The tokens of a JSON text, one after the other; white space before each is skipped. */
final class JsonScanner {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,5})?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final int HEX = 16;

    private final String text;
    private int position;

    JsonScanner(String text) {
        this.text = text;
    }

    /** The next character that is no white space; it stays there. */
    char peek() throws MalformedException {
        skipSpace();
        return at(position);
    }

    boolean skipIf(char wanted) throws MalformedException {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    void expect(char wanted) throws MalformedException {
        if (!skipIf(wanted)) {
            throw MalformedException.of("JSON without a %s at character %d", wanted, position);
        }
    }

    void expectEnd() throws MalformedException {
        skipSpace();
        if (position < text.length()) {
            throw MalformedException.of("something behind the JSON value, at %d", position);
        }
    }

    /** A text, a number, true, false or null. */
    Object scalar() throws MalformedException {
        return switch (peek()) {
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", JsonText.NULL);
            default -> number();
        };
    }

    private Object word(String word, Object value) throws MalformedException {
        if (!text.startsWith(word, position)) {
            throw MalformedException.of("not a JSON value at character %d", position);
        }
        position += word.length();
        return value;
    }

    private Object number() throws MalformedException {
        Matcher matcher = NUMBER.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw MalformedException.of("not a JSON value at character %d", position);
        }
        position = matcher.end();
        return new JsonText.JsonNumber(matcher.group());
    }

    String string() throws MalformedException {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char next = take(); next != '"'; next = take()) {
            if (next < 0x20) {
                throw MalformedException.of("a control character in JSON at %d", position - 1);
            }
            value.append(next == '\\' ? escape() : next);
        }
        requirePairs(value);
        return value.toString();
    }

    private char escape() throws MalformedException {
        char code = take();
        if (code == 'u') {
            return (char) (hexDigit() << 12 | hexDigit() << 8 | hexDigit() << 4 | hexDigit());
        }
        int known = ESCAPES.indexOf(code);
        if (known < 0) {
            throw MalformedException.of("an escape that JSON does not have, at %d", position - 1);
        }
        return ESCAPED.charAt(known);
    }

    private int hexDigit() throws MalformedException {
        char digit = take();
        int value = digit < 0x80 ? Character.digit(digit, HEX) : -1;
        if (value < 0) {
            throw MalformedException.of("not a hexadecimal digit at character %d", position - 1);
        }
        return value;
    }

    /** Code points from the surrogate range are those that stand alone. */
    private static void requirePairs(StringBuilder value) throws MalformedException {
        if (value.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw new MalformedException("half of a surrogate pair in JSON");
        }
    }

    private void skipSpace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char take() throws MalformedException {
        char taken = at(position);
        position++;
        return taken;
    }

    private char at(int index) throws MalformedException {
        if (index >= text.length()) {
            throw new MalformedException("JSON that ends too early");
        }
        return text.charAt(index);
    }
}
