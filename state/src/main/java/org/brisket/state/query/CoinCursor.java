package org.brisket.state.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brisket.protocol.bytes.MalformedException;

/**
 * Where a page of a ledger's coins begins: with an output of the transaction that was the ledger's
 * change of this number. Coins are in the order of their admission, so a cursor stays where it is
 * whatever happens before and after it. Its text is {@code <sequence>.<output>}.
 */
public record CoinCursor(long sequence, int output) {
    public static final CoinCursor START = new CoinCursor(1, 0);

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,17})\\.(0|[1-9][0-9]{0,8})");

    static CoinCursor atChange(long sequence) {
        return new CoinCursor(sequence, 0);
    }

    public static CoinCursor parse(String text) throws MalformedException {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw MalformedException.of(
                    "the cursor %.40s is not <sequence>.<output> as an answer gave it", text);
        }
        return new CoinCursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return sequence + "." + output;
    }
}
