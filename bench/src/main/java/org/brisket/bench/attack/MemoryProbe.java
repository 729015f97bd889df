package org.brisket.bench.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brisket.protocol.limit.Limits;

/**
 * Judges one file in a Java machine of its own, whose heap has room for the input, a fixed base and
 * the ceiling, and for nothing else. Whether it succeeds is the only exact test of a peak.
 */
final class MemoryProbe {
    private static final int MIB = 1 << 20;

    /** What the machine, the classes and the headers take without any input. */
    private static final int BASE_MIB = 16;

    private static final int FITS = 0;
    private static final int DOES_NOT_FIT = 3;

    private MemoryProbe() {}

    public static void main(String[] arguments) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
            var headers = AttackFiles.readHeaders(Path.of(arguments[1]));
            new Judge(Limits.DEFAULT).judge(bytes, headers);
            System.exit(FITS);
        } catch (OutOfMemoryError e) {
            System.exit(DOES_NOT_FIT);
        }
    }

    /** True if judging takes at most so many MiB beyond the input. */
    static boolean fits(AttackFiles files, AttackFile file, int ceilingMib)
            throws IOException, InterruptedException {
        files.write(file);
        String name = file.attack().name();
        int heap = BASE_MIB + ceilingMib + (file.bytes().length + MIB - 1) / MIB;
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:+UseSerialGC",
                                        "-Xmn4m",
                                        "-Xmx" + heap + "m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        MemoryProbe.class.getName(),
                                        files.beef(name).toString(),
                                        files.headers(name).toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int status = process.waitFor();
        if (status != FITS && status != DOES_NOT_FIT) {
            throw new IllegalStateException("the probe of " + name + " ended with " + status);
        }
        return status == FITS;
    }
}
