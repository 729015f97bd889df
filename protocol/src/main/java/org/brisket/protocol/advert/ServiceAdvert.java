package org.brisket.protocol.advert;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.Counterparty;
import org.brisket.protocol.key.KeyWallet;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.token.TokenSignature;

/**
 * A host's offer (BRC-88), in a PushDrop output that only the host can spend. The host's key signs
 * the fields for anyone, and is the key that locks the output.
 *
 * <pre>
 * SHIP or SLAP | identity key 33 | URI | topic or service name | signature over the four
 * </pre>
 */
public record ServiceAdvert(AdvertKind kind, PublicKey host, String uri, String name) {
    public static final int FIELDS = 5;

    /** Reads a locking script; empty unless it is an advert by every rule. */
    public static Optional<ServiceAdvert> decode(ByteSlice lockingScript) {
        return PushDrop.decode(lockingScript).flatMap(ServiceAdvert::of);
    }

    /** Reads a token; empty unless it is an advert by every rule. */
    public static Optional<ServiceAdvert> of(PushDrop token) {
        List<ByteSlice> fields = token.fields();
        if (fields.size() != FIELDS) {
            return Optional.empty();
        }
        try {
            AdvertKind kind = kind(Utf8.decode(fields.get(0)));
            PublicKey host = PublicKey.parse(fields.get(1));
            ServiceAdvert advert =
                    new ServiceAdvert(
                            kind, host, Utf8.decode(fields.get(2)), Utf8.decode(fields.get(3)));
            return advert.isAllowed() && advert.isLinked(token)
                    ? Optional.of(advert)
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private boolean isAllowed() {
        return name.startsWith(kind.namePrefix())
                && ServiceNames.isValid(name)
                && AdvertisedUri.isValid(uri);
    }

    private boolean isLinked(PushDrop token) {
        return TokenSignature.isLockedBy(host, kind.invoice(), token)
                && TokenSignature.isBy(host, kind.invoice(), token);
    }

    /** The locking script of an advert of the wallet's own. */
    public static byte[] lock(AdvertKind kind, String uri, String name, KeyWallet host) {
        List<byte[]> fields =
                List.of(
                        Utf8.encode(kind.name()),
                        host.identityKey().bytes().toByteArray(),
                        Utf8.encode(uri),
                        Utf8.encode(name));
        return PushDrop.lockSigned(fields, host, kind.invoice(), Counterparty.ANYONE);
    }

    private static AdvertKind kind(String text) throws MalformedException {
        for (AdvertKind kind : AdvertKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw MalformedException.of("an advert of kind %.20s", text);
    }
}
