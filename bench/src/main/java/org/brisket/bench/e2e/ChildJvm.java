package org.brisket.bench.e2e;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of the measurement with this one's class path. It is spoken to in lines, and is
 * gone when this process is.
 */
final class ChildJvm implements AutoCloseable {
    /** What a line of the conversation begins with; other lines are logs. */
    static final String MARK = "bench: ";

    private static final long STOP_SECONDS = 20;

    private final String name;
    private final Process process;
    private final BufferedReader reader;
    private final BufferedWriter writer;

    private ChildJvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = process.inputReader(StandardCharsets.UTF_8);
        this.writer = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * @param options of the virtual machine
     * @param folder where what it says besides goes, to {@code <name>.err}
     */
    static ChildJvm start(
            String name, Path folder, List<String> options, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + System.getProperty("bench.jvm-options"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve(name + ".err").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ChildJvm(name, process);
    }

    /** Says one line; only between a child and whoever started it. */
    static void tell(String line) {
        System.out.println(MARK + line);
        System.out.flush();
    }

    /** The next line of the conversation; waits for it. */
    String hear() throws IOException {
        return hear(MARK);
    }

    /** What follows on the next line that begins so. */
    String hear(String beginning) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IOException("the process " + name + " ended, see " + name + ".err");
    }

    /** Reads on, so that the process is not held up by what it prints. */
    void ignoreOutput() {
        Thread drain = new Thread(this::drain, "output of " + name);
        drain.setDaemon(true);
        drain.start();
    }

    private void drain() {
        try {
            while (reader.readLine() != null) {
                continue;
            }
        } catch (IOException e) {
            // The process was ended.
            return;
        }
    }

    String ask(String question) throws IOException {
        writer.write(question);
        writer.newLine();
        writer.flush();
        return hear();
    }

    void requireAlive() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("the process " + name + " ended, see " + name + ".err");
        }
    }

    /** User and system time since its start, all threads, in steps of 10 ms. */
    Duration cpu() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("no CPU time of process " + name));
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
