package org.brisket.protocol.spv;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;

/** Puts together BEEFs of real, signed transactions, right or wrong as a test needs them. */
final class ExampleBeef {
    static final PrivateKey KEY = PrivateKey.of(BigInteger.valueOf(4711));
    static final byte[] LOCK = P2pkh.lock(KEY.publicKey());
    static final long FUNDS = 10_000;

    private final List<MerklePath> bumps = new ArrayList<>();
    private final List<BeefEntry> entries = new ArrayList<>();

    /** A transaction as it may stand in a block: nobody looks at its inputs. */
    static Transaction funding(int seed, long... satoshis) {
        Txid unknown = Txid.fromInternal(Sha256.hash(new byte[] {1, (byte) seed}));
        TransactionBuilder builder =
                new TransactionBuilder().input(new Outpoint(unknown, seed), new byte[] {0x51});
        for (long value : satoshis) {
            builder.output(value, LOCK);
        }
        return builder.build();
    }

    static Transaction coinbase(long satoshis) {
        return new TransactionBuilder()
                .input(new Outpoint(new Txid(0, 0, 0, 0), 0xFFFFFFFFL), new byte[] {1, 2, 3})
                .output(satoshis, LOCK)
                .build();
    }

    /** A signed transaction that spends the first output of each source. */
    static Transaction spending(long satoshis, Transaction... sources) {
        SigningBuilder builder = new SigningBuilder().output(satoshis, LOCK);
        for (Transaction source : sources) {
            builder.input(new Outpoint(source.txid(), 0), source.output(0), KEY);
        }
        return builder.build().transaction();
    }

    ExampleBeef mined(Transaction transaction, long height) throws MalformedException {
        return mined(transaction, height, transaction.isCoinbase() ? 0 : 1, height);
    }

    /** A proof in a block of two; another seed gives a block with another root. */
    ExampleBeef mined(Transaction transaction, long height, int index, long seed)
            throws MalformedException {
        byte[] sibling = Sha256.hash(BigInteger.valueOf(seed).toByteArray());
        ByteWriter bump = new ByteWriter().writeVarint(height).writeByte(1).writeVarint(2);
        for (int offset = 0; offset < 2; offset++) {
            boolean own = offset == index;
            bump.writeVarint(offset).writeByte(own ? 2 : 0);
            bump.write(own ? transaction.txid().toInternal() : sibling);
        }
        bumps.add(MerklePath.parse(bump.toByteArray()));
        entries.add(new BeefEntry.Proven(transaction, bumps.size() - 1));
        return this;
    }

    ExampleBeef unmined(Transaction... transactions) {
        for (Transaction transaction : transactions) {
            entries.add(new BeefEntry.Unproven(transaction));
        }
        return this;
    }

    ExampleBeef txidOnly(Transaction transaction) {
        entries.add(new BeefEntry.TxidOnly(transaction.txid()));
        return this;
    }

    Beef beef() {
        return new Beef(BeefVersion.V2, Optional.empty(), bumps, entries);
    }

    BeefGraph graph() throws MalformedException {
        return beef().graph();
    }

    BeefGraph graphOf(Transaction subject) throws MalformedException {
        return beef().withAtomicSubject(subject.txid()).graph();
    }
}
