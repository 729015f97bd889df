package org.brisket.bench.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointType;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.state.rocksdb.RocksDBKeyedStateBackend;
import org.brisket.state.codec.OutpointCodec;
import org.brisket.state.codec.TxidCodec;
import org.brisket.state.ledger.ApplicationCodec;
import org.brisket.state.ledger.CoinCodec;
import org.brisket.state.ledger.FlinkLedgerStore;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.Proposal;

/** What a ledger's state takes in RocksDB, per output that it ever admitted. */
final class SizeReport {
    private static final int BATCH = 10_000;

    private final long outputs;
    private final Path folder;
    private final KeyedSeat<DirectLedger> ledger;
    private final BusyTopic topic;
    private final boolean isFinal;

    private SizeReport(long outputs, Path folder, Shape shape, boolean isFinal) throws Exception {
        this.outputs = outputs;
        this.folder = folder;
        this.isFinal = isFinal;
        this.topic = new BusyTopic(shape, 1);
        this.ledger =
                new KeyedSeat<>(
                        Backend.ROCKSDB,
                        folder,
                        BusyTopic.LEDGER,
                        context -> new DirectLedger(new FlinkLedgerStore(context)));
    }

    static void print(long outputs) throws Exception {
        System.out.println(
                "| transactions | outputs admitted | last tenth per CPU-s | checkpoint"
                        + " | canonical savepoint | files compacted |\n|---|--:|--:|--:|--:|--:|");
        for (boolean isFinal : List.of(false, true)) {
            Path folder = Files.createTempDirectory("brisket-ledger");
            SizeReport report = new SizeReport(outputs, folder, Shape.ALONE, isFinal);
            try {
                report.print();
            } finally {
                report.ledger.close();
                Folders.delete(folder);
            }
        }
    }

    private void print() throws Exception {
        double rate = fill();
        long checkpoint = ledger.snapshotSize(1, CheckpointType.FULL_CHECKPOINT);
        long canonical =
                ledger.snapshotSize(2, SavepointType.savepoint(SavepointFormatType.CANONICAL));
        compact();
        long compacted = Folders.size(folder.resolve("state"), ".sst");
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %.0f | %.0f | %.0f |%n",
                isFinal ? "all final" : "none final",
                topic.admitted(),
                rate,
                (double) checkpoint / topic.admitted(),
                (double) canonical / topic.admitted(),
                (double) compacted / topic.admitted());
    }

    /** Transactions per second of CPU time while the last tenth came in. */
    private double fill() throws Exception {
        ledger.held().all(topic.funding(BATCH));
        double rate = 0;
        long nanos = 0;
        long transactions = 0;
        while (topic.admitted() < outputs) {
            List<Object> steps = topic.steps(BATCH);
            long spent = Race.Cost.of(() -> ledger.held().all(steps)).nanos();
            if (topic.admitted() > outputs - outputs / 10) {
                nanos += spent;
                transactions += BATCH;
                rate = transactions * 1e9 / nanos;
            }
            if (isFinal) {
                finish(steps);
            }
        }
        return rate;
    }

    private void finish(List<Object> steps) {
        for (Object step : steps) {
            Proposal proposal = (Proposal) step;
            ledger.held().order(BusyTopic.order(LedgerOrder.Kind.FINALIZE, proposal.ticket()));
        }
    }

    private void compact() throws Exception {
        var states = (RocksDBKeyedStateBackend<?>) ledger.states();
        TypeInformation<?> txid = new TxidCodec().typeInfo();
        var outpoint = new OutpointCodec().typeInfo();
        states.compactState(
                new MapStateDescriptor<>("coins", outpoint, new CoinCodec().typeInfo()));
        states.compactState(
                new MapStateDescriptor<>("applications", txid, new ApplicationCodec().typeInfo()));
        states.compactState(new MapStateDescriptor<>("applied", Types.LONG, txid));
    }
}
