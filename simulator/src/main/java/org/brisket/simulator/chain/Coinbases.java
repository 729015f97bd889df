package org.brisket.simulator.chain;

import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;

/** The coinbases of mined blocks; each script holds the height (BIP34), and differs by branch. */
record Coinbases(SeededBytes bytes) {
    private static final long SATOSHIS = 312_500_000;
    private static final Outpoint NO_OUTPOINT = new Outpoint(new Txid(0, 0, 0, 0), 0xFFFFFFFFL);

    Transaction at(long branch, long height) {
        byte[] script =
                new ByteWriter(48)
                        .writeByte(4)
                        .writeUnsignedInt(height)
                        .writeVarBytes(bytes.at("coinbase of branch " + branch, height))
                        .toByteArray();
        return new TransactionBuilder()
                .input(NO_OUTPOINT, script)
                .output(SATOSHIS, new byte[] {0x51})
                .build();
    }
}
