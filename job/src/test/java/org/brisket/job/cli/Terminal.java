package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One command run with its output caught. */
public final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int status;

    private Terminal() {}

    public static Terminal run(String... args) {
        Terminal terminal = new Terminal();
        CommandLine commandLine =
                Brisket.commandLine()
                        .setOut(new PrintWriter(terminal.out, true))
                        .setErr(new PrintWriter(terminal.err, true));
        terminal.status = commandLine.execute(args);
        return terminal;
    }

    /**
     * Audits a savepoint with all checks, and the change log on these brokers; it must be clean.
     */
    public static Terminal auditWithoutDifference(String savepoint, String bootstrapServers) {
        Terminal audit =
                run(
                        "audit",
                        "--all",
                        "--savepoint=" + savepoint,
                        "--bootstrap-servers=" + bootstrapServers);
        assertThat(audit.out()).as(audit.err()).endsWith("no difference\n");
        assertThat(audit.status()).isZero();
        return audit;
    }

    public int status() {
        return status;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
