package org.brisket.protocol.submission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.brisket.protocol.advert.ServiceNames;
import org.brisket.protocol.bytes.MalformedException;

/**
 * The headers of a submission (BRC-22 and Brisket's own) and how they are read. Unknown headers are
 * left alone.
 */
public final class SubmissionHeaders {
    public static final String TOPICS = "x-topics";
    public static final String OFF_CHAIN_VALUES = "x-includes-off-chain-values";
    public static final String SUBMISSION_ID = "brisket-submission-id";
    public static final String ATOMICITY = "brisket-atomicity";
    public static final String MODE = "brisket-mode";

    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_HEADERS = 64;
    private static final int MAX_SUBMISSION_ID = 200;

    /** Printable ASCII, so that an id survives every log and every header. */
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]+");

    private final Atomicity defaultAtomicity;
    private final SubmissionMode defaultMode;
    private final int maxTopics;

    public SubmissionHeaders(
            Atomicity defaultAtomicity, SubmissionMode defaultMode, int maxTopics) {
        this.defaultAtomicity = defaultAtomicity;
        this.defaultMode = defaultMode;
        this.maxTopics = maxTopics;
    }

    /** The id that results name, even where the other headers are malformed. */
    public static String submissionId(KafkaRecord source) {
        return source.header(SUBMISSION_ID)
                .map(Header::text)
                .filter(id -> id.length() <= MAX_SUBMISSION_ID && ID.matcher(id).matches())
                .orElseGet(() -> source.position().toString());
    }

    /** Whether the value of a submission holds off-chain values behind its BEEF. */
    public static boolean includesOffChainValues(KafkaRecord source) throws MalformedException {
        return flag(source, OFF_CHAIN_VALUES);
    }

    public SubmissionOptions read(KafkaRecord source) throws MalformedException {
        checkSizes(source);
        requireUsableId(source);
        return new SubmissionOptions(
                submissionId(source),
                topics(source),
                word(source, ATOMICITY, Atomicity.values(), Atomicity::text, defaultAtomicity),
                word(source, MODE, SubmissionMode.values(), SubmissionMode::text, defaultMode),
                includesOffChainValues(source));
    }

    private static void checkSizes(KafkaRecord source) throws MalformedException {
        if (source.headers().size() > MAX_HEADERS) {
            throw MalformedException.of(
                    "%d headers, the limit is %d", source.headers().size(), MAX_HEADERS);
        }
        for (Header header : source.headers()) {
            if (header.value().length > MAX_HEADER_BYTES) {
                throw MalformedException.of(
                        "header %.50s of %d bytes, the limit is %d",
                        header.name(), header.value().length, MAX_HEADER_BYTES);
            }
        }
    }

    private static void requireUsableId(KafkaRecord source) throws MalformedException {
        Optional<Header> given = source.header(SUBMISSION_ID);
        if (given.isPresent() && !given.get().text().equals(submissionId(source))) {
            throw MalformedException.of(
                    "%s is not 1 to %d printable ASCII characters",
                    SUBMISSION_ID, MAX_SUBMISSION_ID);
        }
    }

    private List<String> topics(KafkaRecord source) throws MalformedException {
        String text = source.header(TOPICS).map(Header::text).orElse("").strip();
        Set<String> names = new LinkedHashSet<>();
        for (String name : text.startsWith("[") ? jsonStrings(text) : commaList(text)) {
            if (!ServiceNames.isTopic(name)) {
                throw MalformedException.of(
                        "%s names '%.60s', which is not a topic name like tm_example",
                        TOPICS, name);
            }
            names.add(name);
        }
        if (names.size() > maxTopics) {
            throw MalformedException.of(
                    "%s names %d topics, the limit is %d", TOPICS, names.size(), maxTopics);
        }
        return List.copyOf(names);
    }

    private static List<String> commaList(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*", -1));
    }

    /** Topic names have no characters that JSON would escape, so quoted names are all there is. */
    private static List<String> jsonStrings(String text) throws MalformedException {
        if (!text.endsWith("]")) {
            throw MalformedException.of("%s is not a JSON array of strings", TOPICS);
        }
        String inner = text.substring(1, text.length() - 1).strip();
        if (inner.isEmpty()) {
            return List.of();
        }
        String[] parts = inner.split("\\s*,\\s*", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.length() < 2 || !part.startsWith("\"") || !part.endsWith("\"")) {
                throw MalformedException.of("%s is not a JSON array of strings", TOPICS);
            }
            parts[i] = part.substring(1, part.length() - 1);
        }
        return List.of(parts);
    }

    private static <T> T word(
            KafkaRecord source, String header, T[] values, Function<T, String> text, T otherwise)
            throws MalformedException {
        Optional<Header> given = source.header(header);
        if (given.isEmpty()) {
            return otherwise;
        }
        for (T value : values) {
            if (text.apply(value).equals(given.get().text())) {
                return value;
            }
        }
        throw MalformedException.of(
                "%s is '%.40s', expected %s or %s",
                header, given.get().text(), text.apply(values[0]), text.apply(values[1]));
    }

    private static boolean flag(KafkaRecord source, String header) throws MalformedException {
        Optional<String> given = source.header(header).map(Header::text);
        if (given.isEmpty() || given.get().equals("false")) {
            return false;
        }
        if (given.get().equals("true")) {
            return true;
        }
        throw MalformedException.of("%s is '%.40s', expected true or false", header, given.get());
    }
}
