package org.brisket.protocol.overlay.basket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.token.TokenAmount;
import org.brisket.protocol.transaction.Outpoint;

/**
 * A quantity of one product in an output: a PushDrop, the lock before the fields, of six fields, or
 * seven when it is received.
 *
 * <pre>
 * STOCK1 | keeper's identity key 33 | article | quantity, decimal digits
 *      | available, reserved or consumed | location, or empty | receipt (see {@link StockReceipt})
 * </pre>
 *
 * Article and location are 1 to 64 of A-Z, a-z, 0-9, '.', '_' and '-'. The quantity is 1 to 2^53 -
 * 1 in whatever unit the article is counted in.
 *
 * @param keeper who keeps the stock and alone may receive into it
 * @param location where the stock lies; empty if that does not matter
 * @param receipt the keeper's signature; empty for stock that was there before
 * @param owner the key that can spend the output
 */
public record StockToken(
        PublicKey keeper,
        String article,
        long quantity,
        StockState state,
        String location,
        Optional<ByteSlice> receipt,
        PublicKey owner) {
    static final String TAG = "STOCK1";
    static final int FIELDS = 6;

    private static final ByteSlice TAG_FIELD = ByteSlice.of(Utf8.encode(TAG));
    private static final int LONGEST_STATE = 16;
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Reads a locking script; empty unless it follows the layout. */
    public static Optional<StockToken> decode(ByteSlice lockingScript) {
        return PushDrop.decode(lockingScript).flatMap(StockToken::of);
    }

    /**
     * The product of a script that looks like stock, which is cheaper to find out than whether it
     * is. No stock of one product says another one.
     */
    static Optional<String> productIn(ByteSlice lockingScript) {
        return PushDrop.decode(lockingScript)
                .filter(StockToken::looksLikeStock)
                .map(token -> token.fields().get(1) + "." + articleIn(token.fields().get(2)));
    }

    private static boolean looksLikeStock(PushDrop token) {
        List<ByteSlice> fields = token.fields();
        return fields.size() >= FIELDS
                && fields.size() <= FIELDS + 1
                && fields.get(0).equals(TAG_FIELD)
                && fields.get(1).length() == PublicKey.LENGTH
                && !articleIn(fields.get(2)).isEmpty();
    }

    private static String articleIn(ByteSlice field) {
        try {
            return name(field);
        } catch (MalformedException e) {
            return "";
        }
    }

    private static Optional<StockToken> of(PushDrop token) {
        if (!looksLikeStock(token)) {
            return Optional.empty();
        }
        List<ByteSlice> fields = token.fields();
        try {
            OptionalLong quantity = TokenAmount.parse(fields.get(3));
            Optional<StockState> state = StockState.of(text(fields.get(4), LONGEST_STATE));
            return quantity.isEmpty() || state.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new StockToken(
                                    PublicKey.parse(fields.get(1)),
                                    name(fields.get(2)),
                                    quantity.getAsLong(),
                                    state.get(),
                                    isAbsent(fields.get(5)) ? "" : name(fields.get(5)),
                                    fields.stream().skip(FIELDS).findFirst(),
                                    PublicKey.parse(token.lockingPublicKey())));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** An empty field reads as one zero byte, see {@link PushDrop}. */
    private static boolean isAbsent(ByteSlice field) {
        return field.isEmpty() || (field.length() == 1 && field.at(0) == 0);
    }

    private static String name(ByteSlice field) throws MalformedException {
        String name = text(field, LONGEST_NAME);
        if (!NAME.matcher(name).matches()) {
            throw new MalformedException("not the name of an article or a location");
        }
        return name;
    }

    private static String text(ByteSlice field, int longest) throws MalformedException {
        if (field.length() > longest) {
            throw MalformedException.of("a text of %d bytes, not %d", field.length(), longest);
        }
        return Utf8.decode(field);
    }

    /** What one ledger holds: {@code <keeper in hexadecimal>.<article>}. */
    public String product() {
        return keeper + "." + article;
    }

    /** The locking script, with the receipt if there is one. */
    public byte[] lock() {
        List<byte[]> fields = new ArrayList<>(fields());
        receipt.ifPresent(signature -> fields.add(signature.toByteArray()));
        return PushDrop.lock(owner.bytes(), fields);
    }

    /**
     * The same with the keeper's receipt for one place.
     *
     * @param firstInput what input 0 of the transaction spends
     * @param output the index that the output will have
     */
    public StockToken received(KeyWallet keeperWallet, Outpoint firstInput, int output) {
        List<ByteSlice> unsigned = fields().stream().map(ByteSlice::of).toList();
        byte[] signature =
                StockReceipt.sign(
                        keeperWallet, firstInput, output, new PushDrop(owner.bytes(), unsigned));
        return new StockToken(
                keeper,
                article,
                quantity,
                state,
                location,
                Optional.of(ByteSlice.of(signature)),
                owner);
    }

    /** The six fields; no location is a zero byte, which is pushed as an empty field. */
    private List<byte[]> fields() {
        return List.of(
                Utf8.encode(TAG),
                keeper.bytes().toByteArray(),
                Utf8.encode(article),
                Utf8.encode(Long.toString(quantity)),
                Utf8.encode(state.text()),
                location.isEmpty() ? new byte[1] : Utf8.encode(location));
    }
}
