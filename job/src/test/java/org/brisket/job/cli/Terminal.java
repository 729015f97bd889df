package org.brisket.job.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One command run with its output caught. */
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int status;

    private Terminal() {}

    static Terminal run(String... args) {
        Terminal terminal = new Terminal();
        CommandLine commandLine =
                Brisket.commandLine()
                        .setOut(new PrintWriter(terminal.out, true))
                        .setErr(new PrintWriter(terminal.err, true));
        terminal.status = commandLine.execute(args);
        return terminal;
    }

    int status() {
        return status;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
