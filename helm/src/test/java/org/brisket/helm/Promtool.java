package org.brisket.helm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own tool, named by -Dpromtool=FILE or found on the PATH. */
record Promtool(Path file) {

    /** Skips the test if there is none; helm/get-prometheus fetches it. */
    static Promtool orSkip() {
        Optional<Promtool> found = find();
        assumeTrue(
                found.isPresent(),
                "promtool is neither given by -Dpromtool=FILE nor on the PATH; see helm/README.md");
        return found.get();
    }

    private static Optional<Promtool> find() {
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "promtool"));
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("promtool"))
                                .filter(text -> !text.isBlank())
                                .map(Path::of),
                        onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Promtool::new);
    }

    /** What it says in a folder; fails unless it is content. */
    void run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("promtool.txt");
        String[] command = new String[arguments.length + 1];
        command[0] = file.toAbsolutePath().toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("promtool does not end");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(Files.readString(said));
        }
    }
}
