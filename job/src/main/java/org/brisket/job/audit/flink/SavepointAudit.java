package org.brisket.job.audit.flink;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.AuditRecordCodec;
import org.brisket.job.audit.Finding;
import org.brisket.job.audit.ReplayEntry;
import org.brisket.job.audit.log.LogPart;
import org.brisket.job.topology.Stage;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.codec.CodecTypeInfo;
import org.brisket.state.codec.TxidCodec;

/**
 * The graph of an audit.
 *
 * <pre>
 * savepoint ──► ledgers ──┬──────────────────────────────────────┐ positions
 *     ├───────► tracked ──┤ facts                                ▼
 *     └───────► ballots ──┼─────► audit transactions ──────► replay ledgers ──► findings
 * log ──────────────────► ┘        (by txid)       changes   (by ledger, by number)
 * </pre>
 *
 * Every step may find something; all findings come together at the end.
 */
final class SavepointAudit {
    private static final CodecTypeInfo<AuditRecord> RECORD = new AuditRecordCodec().typeInfo();
    private static final CodecTypeInfo<Txid> TXID = new TxidCodec().typeInfo();

    private final StreamExecutionEnvironment env;
    private final SavepointReader savepoint;
    private final String spillDirectory;

    SavepointAudit(StreamExecutionEnvironment env, String savepoint, String spillDirectory)
            throws IOException {
        this.env = env;
        this.savepoint =
                SavepointReader.read(env, savepoint, new EmbeddedRocksDBStateBackend(true));
        this.spillDirectory = spillDirectory;
    }

    /** All findings. Without parts of a log, the state alone is audited. */
    DataStream<AuditRecord> findings(List<LogPart> log) throws IOException {
        DataStream<AuditRecord> read =
                ledgers()
                        .union(
                                byTransaction(Stage.TRACK, new ReadTracked()),
                                byTransaction(Stage.COORDINATE, new ReadBallots()));
        if (!log.isEmpty()) {
            read = read.union(read(log));
        }
        DataStream<AuditRecord> audited = auditTransactions(read, !log.isEmpty());
        DataStream<AuditRecord> all = read.union(audited);
        if (!log.isEmpty()) {
            all = all.union(replayLedgers(all));
        }
        return all.filter(record -> record instanceof Finding);
    }

    private DataStream<AuditRecord> ledgers() throws IOException {
        return savepoint
                .readKeyedState(
                        OperatorIdentifier.forUid(Stage.APPLY.uid()),
                        new ReadLedgers(spillDirectory),
                        Types.STRING,
                        Types.STRING)
                .flatMap(new ReadSpilled())
                .returns(RECORD);
    }

    private DataStream<AuditRecord> byTransaction(
            Stage stage, KeyedStateReaderFunction<Txid, AuditRecord> reader) throws IOException {
        return savepoint.readKeyedState(
                OperatorIdentifier.forUid(stage.uid()), reader, TXID, RECORD);
    }

    private DataStream<AuditRecord> read(List<LogPart> log) {
        return env.fromSequence(0, log.size() - 1).flatMap(new ReadLog(log)).returns(RECORD);
    }

    private static DataStream<AuditRecord> auditTransactions(
            DataStream<AuditRecord> read, boolean withLog) {
        return read.filter(record -> record instanceof AuditRecord.Fact)
                .keyBy(record -> ((AuditRecord.Fact) record).txid(), TXID)
                .process(new AuditTransactions(withLog))
                .returns(RECORD);
    }

    private static DataStream<AuditRecord> replayLedgers(DataStream<AuditRecord> all) {
        return all.filter(record -> record instanceof ReplayEntry)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<AuditRecord>noWatermarks()
                                .withTimestampAssigner(
                                        (entry, none) -> ((ReplayEntry) entry).order()))
                .keyBy(entry -> ((ReplayEntry) entry).ledger(), Types.STRING)
                .process(new ReplayLedgers())
                .returns(RECORD);
    }
}
