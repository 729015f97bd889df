package org.brisket.protocol.limit;

import java.math.BigInteger;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.identity.Certificate;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.RejectionReason;

/** Certificates of exactly so many fields or bytes. */
final class CertificateProbe {
    private CertificateProbe() {}

    /**
     * @param bytes how long the certificate is, or 0 for as short as its fields allow
     */
    static Optional<RejectionReason> refusal(Limits limits, int fields, int bytes) {
        Certificate shortest = certificate(fields, 0);
        int missing = Math.max(0, bytes - shortest.toBytes().length);
        try {
            Certificate.parse(certificate(fields, missing).toBytes(), limits);
            return Optional.empty();
        } catch (MalformedException e) {
            return Optional.of(LimitExceededException.rejectionOf(e).reason());
        }
    }

    /** What is missing to a length is made up for by the signature, which ends the bytes. */
    private static Certificate certificate(int fields, int signatureBytes) {
        String id = Base64.getEncoder().encodeToString(new byte[32]);
        PrivateKey key = PrivateKey.of(BigInteger.TWO);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields; i++) {
            values.put("field" + i, "QUJD");
        }
        return new Certificate(
                id,
                id,
                key.publicKey(),
                key.publicKey(),
                new Outpoint(new Txid(0, 0, 0, 0), 0),
                values,
                ByteSlice.of(new byte[signatureBytes]));
    }
}
