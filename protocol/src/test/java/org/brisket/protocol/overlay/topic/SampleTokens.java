package org.brisket.protocol.overlay.topic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Outpoint;

/** Locking scripts of tokens, all by one owner unless a wallet is given. */
public final class SampleTokens {
    public static final KeyWallet OWNER = wallet(2);
    public static final KeyWallet STRANGER = wallet(3);

    private SampleTokens() {}

    public static KeyWallet wallet(long secret) {
        return new KeyWallet(PrivateKey.of(BigInteger.valueOf(secret)));
    }

    /** An output that creates an asset, with metadata if any is given. */
    public static byte[] issue(long amount, String... metadata) {
        return fungible("ISSUE", amount, metadata);
    }

    /** An output of an asset that exists. */
    public static byte[] transfer(Outpoint asset, long amount, String... metadata) {
        return fungible(asset.toString(), amount, metadata);
    }

    private static byte[] fungible(String asset, long amount, String... metadata) {
        return unsigned(
                Stream.concat(Stream.of(asset, Long.toString(amount)), Stream.of(metadata))
                        .map(Utf8::encode)
                        .toList());
    }

    public static byte[] unsigned(List<byte[]> fields) {
        return PushDrop.lock(OWNER.identityKey().bytes(), fields);
    }

    /** The fields and a signature for anyone over them, locked by the same key. */
    public static byte[] signed(List<byte[]> fields, KeyWallet signer, InvoiceNumber invoice) {
        return PushDrop.lockSigned(fields, signer, invoice, Counterparty.ANYONE);
    }

    /** A list with one element replaced. */
    public static List<byte[]> with(List<byte[]> fields, int index, byte[] value) {
        List<byte[]> changed = new ArrayList<>(fields);
        changed.set(index, value);
        return changed;
    }
}
