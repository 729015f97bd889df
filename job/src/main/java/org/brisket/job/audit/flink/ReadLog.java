package org.brisket.job.audit.flink;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.AuditReport;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.log.LogPart;
import org.brisket.job.audit.log.LogRecords;
import org.brisket.job.audit.log.LogTopic;

/** Reads the part of the change log that has this number. */
final class ReadLog extends RichFlatMapFunction<Long, AuditRecord> {
    private static final long serialVersionUID = 1L;

    private final List<LogPart> parts;
    private transient LogRecords records;
    private transient AuditReport report;

    ReadLog(List<LogPart> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public void open(OpenContext context) {
        records = new LogRecords();
        report =
                new Accumulators(getRuntimeContext())
                        .reportTo(
                                finding -> {
                                    throw new IllegalStateException("unexpected " + finding);
                                });
    }

    @Override
    public void flatMap(Long number, Collector<AuditRecord> out) {
        LogPart part = parts.get(number.intValue());
        boolean admissions = part.topic() == LogTopic.ADMISSIONS;
        part.read(
                (origin, value) ->
                        records.read(part.topic(), origin, value)
                                .ifPresent(
                                        record -> {
                                            report.count(
                                                    admissions
                                                            ? Counter.ADMISSIONS
                                                            : Counter.ROLLBACKS);
                                            out.collect(record);
                                        }));
    }
}
