package org.brisket.job.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One Java process of a cluster, which does not outlive the process of the test. */
final class FlinkProcess {
    private static final List<String> FILES = List.of("out", "log", "classes");
    private static final int TAIL = 40;

    private final String name;
    private final Process process;
    private final Path directory;

    private FlinkProcess(String name, Process process, Path directory) {
        this.name = name;
        this.process = process;
        this.directory = directory;
    }

    /**
     * Starts a process whose output, log and list of loaded classes go to a directory.
     *
     * @param java everything after the name of the java program
     */
    static FlinkProcess start(String name, Path directory, List<String> java) throws IOException {
        Files.createDirectories(directory);
        for (String kind : FILES) {
            Files.deleteIfExists(file(directory, name, kind));
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dlog.file=" + file(directory, name, "log"));
        command.add("-Xlog:class+load=info:file=" + file(directory, name, "classes") + ":none");
        command.addAll(java);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(file(directory, name, "out").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new FlinkProcess(name, process, directory);
    }

    String name() {
        return name;
    }

    /** Ends the process with SIGKILL, which it cannot notice, and waits until it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    List<String> log() {
        return lines("log");
    }

    /** From where each class was loaded, in that order: {@code a.b.C source: file:…}. */
    List<String> loadedClasses() {
        return lines("classes");
    }

    /** The last lines of what the process said. */
    String tail() {
        return "\n--- " + name + tail(lines("out")) + tail(log());
    }

    private static String tail(List<String> lines) {
        List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
        return "\n" + String.join("\n", last);
    }

    private List<String> lines(String kind) {
        Path file = file(directory, name, kind);
        try {
            // A killed process may have left half a character.
            String text =
                    Files.exists(file)
                            ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            : "";
            return text.lines().toList();
        } catch (IOException e) {
            return List.of(file + " cannot be read: " + e);
        }
    }

    private static Path file(Path directory, String name, String kind) {
        return directory.resolve(name + "." + kind);
    }
}
