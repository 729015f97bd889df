package org.brisket.job.audit.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.job.failure.ExplainedFailure;

/** A file with the value of one record in each line, in the order of the topic. */
public record LogFilePart(LogTopic topic, String file) implements LogPart {
    private static final long serialVersionUID = 1L;

    @Override
    public void read(LineReader reader) {
        Path path = Path.of(file);
        // What is not UTF-8 is replaced, so that the reader finds it to be no JSON of ours.
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String origin = path.getFileName() + ":" + number;
                    reader.take(origin, line.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new ExplainedFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
