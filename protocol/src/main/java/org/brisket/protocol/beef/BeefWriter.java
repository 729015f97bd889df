package org.brisket.protocol.beef;

import org.brisket.protocol.bytes.ByteWriter;

/** Writes BEEF in the version that it has, its entries in the order that they stand in. */
final class BeefWriter {
    private BeefWriter() {}

    static byte[] write(Beef beef) {
        ByteWriter writer = new ByteWriter(1024);
        beef.atomicSubject()
                .ifPresent(
                        subject ->
                                writer.writeInt(BeefVersion.ATOMIC_PREFIX)
                                        .write(subject.toInternal()));
        writer.writeInt(beef.version().magic()).writeVarint(beef.bumps().size());
        beef.bumps().forEach(bump -> bump.write(writer));
        writer.writeVarint(beef.entries().size());
        for (BeefEntry entry : beef.entries()) {
            if (beef.version() == BeefVersion.V1) {
                writeV1(entry, writer);
            } else {
                writeV2(entry, writer);
            }
        }
        return writer.toByteArray();
    }

    private static void writeV1(BeefEntry entry, ByteWriter writer) {
        if (entry.transaction().isEmpty()) {
            throw new IllegalStateException("BEEF V1 cannot hold a txid alone: " + entry.txid());
        }
        writer.write(entry.transaction().get().bytes());
        if (entry.bumpIndex().isPresent()) {
            writer.writeByte(1).writeVarint(entry.bumpIndex().get());
        } else {
            writer.writeByte(0);
        }
    }

    private static void writeV2(BeefEntry entry, ByteWriter writer) {
        if (entry.transaction().isEmpty()) {
            writer.writeByte(2).write(entry.txid().toInternal());
            return;
        }
        if (entry.bumpIndex().isPresent()) {
            writer.writeByte(1).writeVarint(entry.bumpIndex().get());
        } else {
            writer.writeByte(0);
        }
        writer.write(entry.transaction().get().bytes());
    }
}
