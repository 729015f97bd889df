package org.brisket.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.Hex;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Whether a transaction's BEEF is wanted, and where it goes. */
final class BeefOptions {
    @Option(
            names = "--beef",
            description = {
                "Print the transaction's BEEF (V1) as hexadecimal instead: with its ancestors up to",
                "those in a block. Each unmined generation takes a checkpoint of the job."
            })
    private boolean beef;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            showDefaultValue = Visibility.NEVER,
            description = "Write the BEEF there, in binary, and not to the terminal.")
    private Optional<Path> file = Optional.empty();

    boolean beef() {
        return beef;
    }

    /** True if a place is named for what is not asked for. */
    boolean isIncomplete() {
        return file.isPresent() && !beef;
    }

    void write(Beef written, PrintWriter out) {
        byte[] bytes = written.toBytes();
        if (file.isEmpty()) {
            out.println(Hex.encode(bytes));
        } else {
            write(bytes, file.get());
            out.printf(
                    "%s: %d bytes, %d transactions, %d merkle paths%n",
                    file.get(), bytes.length, written.entries().size(), written.bumps().size());
        }
        out.flush();
    }

    private static void write(byte[] bytes, Path to) {
        try {
            Files.write(to, bytes);
        } catch (IOException e) {
            throw new ExplainedFailure(to + " cannot be written: " + e, e);
        }
    }
}
