package org.brisket.job.audit;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.ledger.ApplicationCodec;
import org.brisket.state.ledger.CoinCodec;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LedgerVerdictFields;
import org.brisket.state.ledger.LiveDigest;
import org.brisket.state.tracking.TrackedTransactionCodec;

/**
 * The bytes of an {@link AuditRecord}: a kind byte, then its fields. They live as long as one audit
 * and are stored nowhere.
 */
public final class AuditRecordCodec extends Codec<AuditRecord> {
    private static final long serialVersionUID = 1L;
    private static final int HELD = 1;
    private static final int TRACKED = 2;
    private static final int VOTED = 3;
    private static final int ADMITTED = 4;
    private static final int ROLLED_BACK = 5;
    private static final int ENTRY = 6;
    private static final int FINDING = 7;
    private static final int NOTHING = 8;

    /** Verdicts are written as in values of this version. */
    private static final int VERDICTS = 3;

    private static final ApplicationCodec APPLICATION = new ApplicationCodec();
    private static final TrackedTransactionCodec TRANSACTION = new TrackedTransactionCodec();
    private static final CoinCodec COIN = new CoinCodec();
    private static final Fields.Reader<LedgerVerdict> VERDICT =
            LedgerVerdictFields.reader(VERDICTS);

    public AuditRecordCodec() {
        super(AuditRecord.class, 1);
    }

    @Override
    protected void writeFields(AuditRecord value, DataOutputView out) throws IOException {
        if (value instanceof AuditRecord.Held held) {
            out.writeByte(HELD);
            Fields.writeTxid(held.txid(), out);
            Fields.writeText(held.ledger(), out);
            APPLICATION.write(held.application(), out);
            Fields.writeList(held.lost(), out, AuditRecordCodec::writeLost);
        } else if (value instanceof AuditRecord.Tracked tracked) {
            out.writeByte(TRACKED);
            Fields.writeTxid(tracked.txid(), out);
            TRANSACTION.write(tracked.transaction(), out);
        } else if (value instanceof AuditRecord.Voted voted) {
            out.writeByte(VOTED);
            Fields.writeTxid(voted.txid(), out);
            out.writeBoolean(voted.objected());
            Fields.writeList(voted.verdicts(), out, LedgerVerdictFields::write);
        } else if (value instanceof AuditRecord.Admitted admitted) {
            out.writeByte(ADMITTED);
            Fields.writeTxid(admitted.txid(), out);
            Fields.writeText(admitted.origin(), out);
            Fields.writeList(admitted.verdicts(), out, LedgerVerdictFields::write);
        } else if (value instanceof AuditRecord.RolledBack undone) {
            out.writeByte(ROLLED_BACK);
            Fields.writeTxid(undone.txid(), out);
            Fields.writeText(undone.origin(), out);
            out.writeBoolean(undone.admissionPublished());
            Fields.writeList(undone.verdicts(), out, LedgerVerdictFields::write);
        } else if (value instanceof ReplayEntry entry) {
            out.writeByte(ENTRY);
            writeEntry(entry, out);
        } else if (value instanceof Finding finding) {
            out.writeByte(FINDING);
            writeFinding(finding, out);
        } else if (value instanceof AuditRecord.Nothing) {
            out.writeByte(NOTHING);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected AuditRecord readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case HELD ->
                    new AuditRecord.Held(
                            Fields.readTxid(in),
                            Fields.readText(in),
                            APPLICATION.read(in),
                            Fields.readList(in, AuditRecordCodec::readLost));
            case TRACKED -> new AuditRecord.Tracked(Fields.readTxid(in), TRANSACTION.read(in));
            case VOTED ->
                    new AuditRecord.Voted(
                            Fields.readTxid(in), in.readBoolean(), Fields.readList(in, VERDICT));
            case ADMITTED ->
                    new AuditRecord.Admitted(
                            Fields.readTxid(in), Fields.readText(in), Fields.readList(in, VERDICT));
            case ROLLED_BACK ->
                    new AuditRecord.RolledBack(
                            Fields.readTxid(in),
                            Fields.readText(in),
                            in.readBoolean(),
                            Fields.readList(in, VERDICT));
            case ENTRY -> readEntry(in);
            case FINDING -> readFinding(in);
            case NOTHING -> new AuditRecord.Nothing();
            default -> throw new IOException("audit record of unknown kind " + kind);
        };
    }

    private static void writeLost(LostCoin value, DataOutputView out) throws IOException {
        Fields.writeOutpoint(value.outpoint(), out);
        Fields.writeOptional(value.found(), out, COIN::write);
    }

    private static LostCoin readLost(DataInputView in) throws IOException {
        return new LostCoin(Fields.readOutpoint(in), Fields.readOptional(in, COIN::read));
    }

    private static void writeEntry(ReplayEntry value, DataOutputView out) throws IOException {
        Fields.writeText(value.ledger(), out);
        out.writeLong(value.sequence());
        Fields.writeText(value.kind().name(), out);
        Fields.writeText(value.subject(), out);
        writeDigest(value.digest(), out);
        writeDigest(value.change(), out);
    }

    private static ReplayEntry readEntry(DataInputView in) throws IOException {
        return new ReplayEntry(
                Fields.readText(in),
                in.readLong(),
                ReplayEntry.Kind.valueOf(Fields.readText(in)),
                Fields.readText(in),
                readDigest(in),
                readDigest(in));
    }

    private static void writeDigest(Optional<LiveDigest> value, DataOutputView out)
            throws IOException {
        Fields.writeOptional(
                value,
                out,
                (digest, view) -> {
                    view.writeLong(digest.word0());
                    view.writeLong(digest.word1());
                    view.writeLong(digest.word2());
                    view.writeLong(digest.word3());
                });
    }

    private static Optional<LiveDigest> readDigest(DataInputView in) throws IOException {
        return Fields.readOptional(
                in,
                view ->
                        new LiveDigest(
                                view.readLong(),
                                view.readLong(),
                                view.readLong(),
                                view.readLong()));
    }

    private static void writeFinding(Finding value, DataOutputView out) throws IOException {
        Fields.writeText(value.check().name(), out);
        Fields.writeText(value.ledger(), out);
        out.writeLong(value.sequence());
        Fields.writeText(value.subject(), out);
        Fields.writeText(value.expected(), out);
        Fields.writeText(value.found(), out);
    }

    private static Finding readFinding(DataInputView in) throws IOException {
        return new Finding(
                Check.valueOf(Fields.readText(in)),
                Fields.readText(in),
                in.readLong(),
                Fields.readText(in),
                Fields.readText(in),
                Fields.readText(in));
    }
}
