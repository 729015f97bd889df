package org.brisket.job.verify;

import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;

/** What an item is, told by its first bytes or by what it parses as. */
public enum ItemKind {
    BEEF("beef"),
    EXTENDED_TRANSACTION("ef"),
    TRANSACTION("transaction"),
    BUMP("bump"),
    UNKNOWN("unknown");

    private final String text;

    ItemKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** BEEF and Extended Format say what they are; the others are what they parse as. */
    public static ItemKind of(byte[] item) {
        if (beginsLikeBeef(item)) {
            return BEEF;
        }
        if (ExtendedTransaction.looksExtended(item)) {
            return EXTENDED_TRANSACTION;
        }
        if (parses(() -> Transaction.parse(item))) {
            return TRANSACTION;
        }
        return parses(() -> MerklePath.parse(item)) ? BUMP : UNKNOWN;
    }

    private static boolean beginsLikeBeef(byte[] item) {
        if (item.length < 4) {
            return false;
        }
        int magic =
                (item[0] & 0xFF) << 24
                        | (item[1] & 0xFF) << 16
                        | (item[2] & 0xFF) << 8
                        | (item[3] & 0xFF);
        return magic == 0x0100BEEF || magic == 0x0200BEEF || magic == 0x01010101;
    }

    private interface Parse {
        Object parse() throws MalformedException;
    }

    private static boolean parses(Parse parse) {
        try {
            parse.parse();
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }
}
