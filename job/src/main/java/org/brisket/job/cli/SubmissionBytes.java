package org.brisket.job.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.brisket.job.failure.ExplainedFailure;

/**
 * A submission as it will lie in Kafka: binary, whatever it was given as.
 *
 * @param source where it came from, for the report
 * @param bytes the BEEF, unchecked: what is wrong with it is for the job to say
 */
record SubmissionBytes(String source, byte[] bytes) {
    /** Far above every limit of the job, far below the heap. */
    private static final long MAX_FILE_BYTES = 256L * 1024 * 1024;

    /**
     * Reads a file of binary BEEF, or of its hex digits with or without white space around them.
     *
     * @throws ExplainedFailure if the file cannot be read, is empty or is too large
     */
    static SubmissionBytes fromFile(Path file) {
        if (!Files.isRegularFile(file)) {
            String reason = Files.exists(file) ? " is not a file" : " does not exist";
            throw new ExplainedFailure(file + reason);
        }
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new ExplainedFailure(file + " is larger than 256 MiB");
            }
            byte[] content = Files.readAllBytes(file);
            if (content.length == 0) {
                throw new ExplainedFailure(file + " is empty");
            }
            String text = new String(content, StandardCharsets.ISO_8859_1);
            return new SubmissionBytes(file.toString(), decodeHex(text).orElse(content));
        } catch (IOException unreadable) {
            throw new ExplainedFailure(file + " cannot be read", unreadable);
        }
    }

    /** The bytes that hex digits stand for; empty if the text is anything else. */
    static Optional<byte[]> decodeHex(String text) {
        String digits = text.strip();
        boolean hex =
                !digits.isEmpty()
                        && digits.length() % 2 == 0
                        && digits.chars().allMatch(HexFormat::isHexDigit);
        return hex ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }
}
