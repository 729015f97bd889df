package org.brisket.job.e2e;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.LiveDigest;

/** Where a ledger of a savepoint stands: its changes, their digest as text, its live coins. */
record LedgerState(String ledger, long sequence, String digest, long liveCoins) {

    /** The ledger after one more transaction, by its live coins alone. */
    LedgerState after(Iterable<Outpoint> spent, Iterable<Outpoint> admitted) {
        LiveDigest sum = digest(digest);
        long live = liveCoins;
        for (Outpoint coin : spent) {
            sum = sum.minus(LiveDigest.of(ledger, coin));
            live--;
        }
        for (Outpoint coin : admitted) {
            sum = sum.plus(LiveDigest.of(ledger, coin));
            live++;
        }
        return new LedgerState(ledger, sequence + 1, sum.toString(), live);
    }

    private static LiveDigest digest(String text) {
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text));
        return new LiveDigest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The fields with tabs in between: names of ledgers have spaces. */
    String toLine() {
        return String.join("\t", ledger, sequence + "", digest, liveCoins + "");
    }

    static LedgerState ofLine(String line) {
        String[] fields = line.split("\t");
        return new LedgerState(
                fields[0], Long.parseLong(fields[1]), fields[2], Long.parseLong(fields[3]));
    }
}
