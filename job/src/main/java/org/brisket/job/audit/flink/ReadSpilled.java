package org.brisket.job.audit.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.AuditRecord;

/** Hands on the records of a file, which is removed. */
final class ReadSpilled implements FlatMapFunction<String, AuditRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(String name, Collector<AuditRecord> out) throws IOException {
        if (name.equals(ReadLedgers.NOTHING)) {
            return;
        }
        Path file = Path.of(name);
        Spill.read(file, out::collect);
        Files.delete(file);
    }
}
