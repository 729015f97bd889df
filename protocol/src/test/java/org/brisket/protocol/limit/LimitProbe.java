package org.brisket.protocol.limit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Makes a record that holds or costs exactly so much of one limit, and asks what is said to it. */
final class LimitProbe {
    private static final byte[] ANYONE = {0x51};
    private static final ChainTip TIP = new ChainTip(2_000_000, 1_900_000_000L);

    private LimitProbe() {}

    /** The least that can be probed. */
    static long smallest(Limit limit) {
        return switch (limit) {
            case RECORD_BYTES -> 200;
            case SIGNATURE_HASH_BYTES -> 1_000;
            case STACK_BYTES -> 1_000;
            case CERTIFICATE_BYTES -> 1_200;
            case TREE_HEIGHT -> 2;
            default -> 40;
        };
    }

    static Optional<RejectionReason> refusal(Limit limit, Limits limits, long count)
            throws MalformedException {
        int amount = (int) count;
        return switch (limit) {
            case RECORD_BYTES -> parsing(limits, recordOf(amount));
            case TRANSACTIONS -> parsing(limits, beef(1, entries(amount)));
            case MERKLE_PATHS -> parsing(limits, beef(amount, entries(1)));
            case TREE_HEIGHT -> parsing(limits, beef(List.of(path(amount)), entries(1)));
            case INPUTS -> parsing(limits, beef(1, List.of(unproven(inputs(amount)))));
            case OUTPUTS -> parsing(limits, beef(1, List.of(unproven(outputs(amount)))));
            case DEPTH -> verifying(limits, chain(amount));
            case CERTIFICATE_BYTES -> CertificateProbe.refusal(limits, 64, amount);
            case CERTIFICATE_FIELDS -> CertificateProbe.refusal(limits, amount, 0);
            default -> ScriptProbe.refusal(limit, limits, amount);
        };
    }

    private static Optional<RejectionReason> parsing(Limits limits, Beef beef) {
        try {
            Beef.parse(beef.toBytes(), limits);
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(LimitExceededException.rejectionOf(e).reason());
        }
    }

    static Optional<RejectionReason> verifying(Limits limits, Beef beef) throws MalformedException {
        SpvVerifier verifier =
                new SpvVerifier(new SpvLimits(limits), ActivationHeights.ALWAYS, Secp256k1.best());
        SpvVerdict verdict = verifier.verify(beef.graph(), TIP, VerifiedTransactions.NONE);
        return verdict instanceof SpvVerdict.Rejected rejected
                ? Optional.of(rejected.rejection().reason())
                : Optional.empty();
    }

    /** The longer a script, the more bytes its length may take: one of the two sizes fits. */
    private static Beef recordOf(int bytes) throws MalformedException {
        int around = beef(1, List.of(unproven(withOutput(new byte[0])))).toBytes().length - 1;
        for (int lengthBytes : new int[] {1, 3, 5}) {
            int script = bytes - around - lengthBytes;
            Beef beef = beef(1, List.of(unproven(withOutput(new byte[script]))));
            if (beef.toBytes().length == bytes) {
                return beef;
            }
        }
        throw new IllegalStateException("no BEEF of exactly " + bytes + " bytes");
    }

    private static Beef beef(int bumps, List<BeefEntry> entries) throws MalformedException {
        return beef(Collections.nCopies(bumps, path(1)), entries);
    }

    private static Beef beef(List<MerklePath> bumps, List<BeefEntry> entries) {
        return new Beef(BeefVersion.V2, Optional.empty(), bumps, entries);
    }

    private static MerklePath path(int height) throws MalformedException {
        return MerklePath.parse(pathTo(Sha256.hash(new byte[] {1}), height));
    }

    static byte[] pathTo(byte[] txid, int height) {
        ByteWriter bump = new ByteWriter().writeVarint(900_000).writeByte(height);
        bump.writeVarint(2).writeVarint(0).writeByte(0).write(Sha256.hash(txid));
        bump.writeVarint(1).writeByte(2).write(txid);
        for (int level = 1; level < height; level++) {
            bump.writeVarint(1).writeVarint(1).writeByte(0).write(Sha256.hash(new byte[] {3}));
        }
        return bump.toByteArray();
    }

    private static List<BeefEntry> entries(int count) {
        List<BeefEntry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new BeefEntry.TxidOnly(new Txid(1, 2, 3, i)));
        }
        return entries;
    }

    private static BeefEntry unproven(Transaction transaction) {
        return new BeefEntry.Unproven(transaction);
    }

    private static Transaction inputs(int count) {
        TransactionBuilder builder = new TransactionBuilder();
        for (int i = 0; i < count; i++) {
            builder.input(new Outpoint(new Txid(1, 2, 3, 4), i), new byte[0]);
        }
        return builder.output(1, ANYONE).build();
    }

    private static Transaction outputs(int count) {
        TransactionBuilder builder = spending(new Outpoint(new Txid(1, 2, 3, 4), 0));
        for (int i = 0; i < count; i++) {
            builder.output(0, ANYONE);
        }
        return builder.build();
    }

    private static Transaction withOutput(byte[] script) {
        return spending(new Outpoint(new Txid(1, 2, 3, 4), 0)).output(0, script).build();
    }

    private static TransactionBuilder spending(Outpoint outpoint) {
        return new TransactionBuilder().input(outpoint, new byte[0]);
    }

    private static Beef chain(int length) throws MalformedException {
        Transaction last = withOutput(ANYONE);
        List<BeefEntry> entries = new ArrayList<>();
        entries.add(new BeefEntry.Proven(last, 0));
        List<MerklePath> bumps = List.of(MerklePath.parse(pathTo(last.txid().toInternal(), 1)));
        for (int i = 0; i < length; i++) {
            last = spending(new Outpoint(last.txid(), 0)).output(0, ANYONE).build();
            entries.add(unproven(last));
        }
        return beef(bumps, entries);
    }

    /** A BEEF of two: a mined output with one script, spent with the other. */
    static Beef spend(byte[] unlocking, byte[] locking) throws MalformedException {
        Transaction parent = withOutput(locking);
        Transaction child =
                new TransactionBuilder()
                        .version(2)
                        .input(new Outpoint(parent.txid(), 0), unlocking)
                        .output(0, ANYONE)
                        .build();
        MerklePath path = MerklePath.parse(pathTo(parent.txid().toInternal(), 1));
        return beef(List.of(path), List.of(new BeefEntry.Proven(parent, 0), unproven(child)));
    }
}
