package org.brisket.job.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.job.audit.SampleLedger.ID;
import static org.brisket.job.audit.SampleLedger.coin;
import static org.brisket.job.audit.SampleLedger.digest;
import static org.brisket.job.audit.SampleLedger.txid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.Coin;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an audit's steps hand on arrives as it was. */
class AuditRecordCodecTest {
    private static final SampleLedger LEDGER =
            new SampleLedger()
                    .apply(Status.COMMITTED, 'a', 2)
                    .apply(Status.COMMITTED, 'b', 1, coin('a', 0));

    static Stream<AuditRecord> records() {
        var verdicts = List.of(LEDGER.verdict('a'), LEDGER.verdict('b'));
        var lost =
                List.of(
                        new LostCoin(coin('x', 1), Optional.empty()),
                        new LostCoin(
                                coin('y', 2), Optional.of(Coin.unspent(true).spentBy(txid('z')))));
        return Stream.of(
                new AuditRecord.Nothing(),
                new AuditRecord.Held(txid('b'), ID, LEDGER.application('b'), lost),
                new AuditRecord.Tracked(
                        txid('b'),
                        new TrackedTransaction(
                                Phase.FINAL, verdicts, List.of(), 9, 0, true, Optional.empty(), 1)),
                new AuditRecord.Voted(txid('b'), true, verdicts),
                new AuditRecord.Admitted(txid('b'), "here", verdicts),
                new AuditRecord.RolledBack(txid('b'), "there", true, verdicts),
                ReplayEntry.position(
                        ID, LEDGER.store.position(), Optional.of(digest(coin('x', 1)))),
                ReplayEntry.of(ReplayEntry.Kind.UNDONE, txid('b'), LEDGER.verdict('b'), false),
                new Finding(Check.DOUBLE_SPEND, ID, 3, "größer", "one", "two"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsWhatItWrote(AuditRecord record) throws IOException {
        AuditRecordCodec codec = new AuditRecordCodec();
        DataOutputSerializer out = new DataOutputSerializer(64);
        codec.write(record, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());

        assertThat(codec.read(in)).isEqualTo(record);
        assertThat(in.available()).isZero();
    }
}
