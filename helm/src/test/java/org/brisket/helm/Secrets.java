package org.brisket.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Secrets as a pod would have them mounted, in a folder of the test. */
final class Secrets {
    private static final String MOUNTED = "/etc/brisket";

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** Writes a file at the place of a mounted one. */
    Secrets with(String mountedPath, String content) throws IOException {
        Path file = folder.resolve(Path.of(MOUNTED).relativize(Path.of(mountedPath)).toString());
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** A text that names mounted files, made to name those of the test. */
    String relocate(String text) {
        return text.replace(MOUNTED, folder.toString());
    }
}
