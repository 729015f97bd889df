package org.brisket.job.audit.flink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.LedgerAudit;
import org.brisket.state.ledger.FlinkLedgerStore;

/** Audits each ledger of the savepoint by itself; gives the file with what came of it. */
final class ReadLedgers extends KeyedStateReaderFunction<String, String> {
    private static final long serialVersionUID = 1L;

    /** The reader wants something of each key, also if it comes again. */
    static final String NOTHING = "";

    private final String directory;
    private transient FlinkLedgerStore store;
    private transient Accumulators accumulators;

    /** A ledger is handed over once for each of its states that is not empty. */
    private transient Set<String> seen;

    ReadLedgers(String directory) {
        this.directory = directory;
    }

    @Override
    public void open(OpenContext context) {
        store = new FlinkLedgerStore(getRuntimeContext());
        seen = new HashSet<>();
        accumulators = new Accumulators(getRuntimeContext());
    }

    @Override
    public void readKey(String ledger, Context context, Collector<String> out) throws Exception {
        if (!seen.add(ledger)) {
            out.collect(NOTHING);
            return;
        }
        Path file = Files.createTempFile(Path.of(directory), "ledger-", ".spill");
        try (Spill.Writer records = new Spill.Writer(file)) {
            new LedgerAudit(ledger, store, accumulators.reportTo(records::write))
                    .run(records::write);
        }
        out.collect(file.toString());
    }
}
