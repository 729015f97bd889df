package org.brisket.job.audit.flink;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.AuditRecordCodec;

/**
 * Records in a file between two steps. The State Processor API keeps in memory all that one key
 * gives, and a key is a whole ledger; so a ledger gives the name of a file.
 */
final class Spill {
    private static final AuditRecordCodec CODEC = new AuditRecordCodec();

    private Spill() {}

    /** Takes records until it is closed. */
    static final class Writer implements AutoCloseable {
        private final DataOutputStream stream;
        private final DataOutputViewStreamWrapper out;

        Writer(Path file) throws IOException {
            stream = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
            out = new DataOutputViewStreamWrapper(stream);
        }

        void write(AuditRecord value) {
            try {
                out.writeBoolean(true);
                CODEC.write(value, out);
            } catch (IOException e) {
                throw new IllegalStateException("an audit's own file cannot be written", e);
            }
        }

        @Override
        public void close() throws IOException {
            out.writeBoolean(false);
            out.close();
            stream.close();
        }
    }

    /** Hands over all records of a file. */
    static void read(Path file, Consumer<AuditRecord> reader) throws IOException {
        try (DataInputStream stream =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            DataInputViewStreamWrapper in = new DataInputViewStreamWrapper(stream);
            while (in.readBoolean()) {
                reader.accept(CODEC.read(in));
            }
        }
    }
}
