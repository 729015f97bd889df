package org.brisket.protocol.token;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.transaction.Outpoint;

/**
 * Some amount of one asset in an output (BTMS): a PushDrop of two to four fields.
 *
 * <pre>
 * asset: ISSUE, or the outpoint that issued it | amount in decimal digits
 *      | metadata, text of any kind (optional) | signature (optional)
 * </pre>
 *
 * @param issue the outpoint that issued the asset; empty for the output that issues it
 * @param amount 1 to 2^53 - 1
 * @param metadata the field as it is; absent and empty are not the same
 */
public record FungibleToken(
        Optional<Outpoint> issue,
        long amount,
        Optional<ByteSlice> metadata,
        Optional<ByteSlice> signature) {
    public static final long LARGEST_AMOUNT = TokenAmount.LARGEST;

    private static final String ISSUE = "ISSUE";
    private static final int SHORTEST_SIGNATURE = 40;

    /** Reads a locking script; empty unless it is a token by every rule. */
    public static Optional<FungibleToken> decode(ByteSlice lockingScript) {
        return PushDrop.decode(lockingScript).flatMap(FungibleToken::of);
    }

    /** Reads a PushDrop output; empty unless it is a token by every rule. */
    static Optional<FungibleToken> of(PushDrop output) {
        List<ByteSlice> fields = output.fields();
        if (fields.size() < 2 || fields.size() > 4) {
            return Optional.empty();
        }
        Optional<String> asset = text(fields.get(0));
        OptionalLong amount = TokenAmount.parse(fields.get(1));
        if (asset.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        boolean signed = fields.size() == 4 || (fields.size() == 3 && looksSigned(fields.get(2)));
        boolean described = fields.size() == 4 || (fields.size() == 3 && !signed);
        try {
            Optional<Outpoint> issue =
                    asset.get().equals(ISSUE)
                            ? Optional.empty()
                            : Optional.of(Outpoint.parse(asset.get()));
            return Optional.of(
                    new FungibleToken(
                            issue,
                            amount.getAsLong(),
                            described ? Optional.of(fields.get(2)) : Optional.empty(),
                            signed
                                    ? Optional.of(fields.get(fields.size() - 1))
                                    : Optional.empty()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** What the coin counts as: its issue, or for an issuing output its own outpoint. */
    public Outpoint asset(Outpoint own) {
        return issue.orElse(own);
    }

    /** A third field alone is a signature when it is long and hardly text. */
    private static boolean looksSigned(ByteSlice field) {
        if (field.length() < SHORTEST_SIGNATURE) {
            return false;
        }
        Optional<String> text = text(field);
        return text.isEmpty() || printable(text.get()) * 10 < text.get().length() * 8L;
    }

    private static long printable(String text) {
        return text.chars().filter(character -> character >= 0x20 && character != 0x7F).count();
    }

    private static Optional<String> text(ByteSlice field) {
        try {
            return Optional.of(Utf8.decode(field));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
