package org.brisket.bench.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of files that are made for one run. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) throws IOException {
        for (Path path : all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
        }
    }

    /** The bytes of all files whose names end so. */
    static long size(Path folder, String ending) throws IOException {
        long size = 0;
        for (Path path : all(folder)) {
            if (path.toString().endsWith(ending)) {
                size += Files.size(path);
            }
        }
        return size;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
