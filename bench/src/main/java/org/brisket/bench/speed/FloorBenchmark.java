package org.brisket.bench.speed;

import fr.acinq.secp256k1.Secp256k1;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.StrictDer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The work that no implementation can leave out, without anything around it. */
public class FloorBenchmark {
    /** The libraries themselves, without Brisket's layers. */
    @State(Scope.Thread)
    public static class Libraries {
        private final Secp256k1 secp256k1 = Secp256k1.get();
        private final MessageDigest sha256 = sha256();
        private final byte[] hash = new byte[32];

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        private void digest(byte[] bytes) throws DigestException {
            sha256.update(bytes);
            sha256.digest(hash, 0, hash.length);
        }

        private void digestAgain() throws DigestException {
            sha256.update(hash);
            sha256.digest(hash, 0, hash.length);
        }
    }

    /** Every signature of the BEEF by libsecp256k1, key and DER parsed each time. */
    @Benchmark
    public void ecdsa(Specimens specimens, CpuCounters counters, Libraries libraries) {
        verifyAll(specimens.next(counters), Integer.MAX_VALUE, libraries);
    }

    /** As {@link #ecdsa}, for the subject's own inputs only. */
    @Benchmark
    public void ecdsaOfSubject(Specimens specimens, CpuCounters counters, Libraries libraries) {
        Specimen specimen = specimens.next(counters);
        verifyAll(specimen, specimen.subject().transaction().inputCount(), libraries);
    }

    private static void verifyAll(Specimen specimen, int atMost, Libraries libraries) {
        int count = Math.min(atMost, specimen.signatures().size());
        int from = specimen.signatures().size() - count;
        for (Specimen.SignedDigest signed :
                specimen.signatures().subList(from, specimen.signatures().size())) {
            byte[] compact = StrictDer.parse(signed.der()).orElseThrow().toCompact();
            if (!libraries.secp256k1.verify(compact, signed.digest(), signed.publicKey())) {
                throw new IllegalStateException("a signature of the workload does not verify");
            }
        }
    }

    /** SHA-256 of the BEEF, once. */
    @Benchmark
    public byte[] sha256(Specimens specimens, CpuCounters counters, Libraries libraries)
            throws DigestException {
        libraries.digest(specimens.next(counters).beef());
        return libraries.hash;
    }

    /** Double SHA-256 of the subject. */
    @Benchmark
    public byte[] sha256OfSubject(Specimens specimens, CpuCounters counters, Libraries libraries)
            throws DigestException {
        libraries.digest(specimens.next(counters).rawSubject());
        libraries.digestAgain();
        return libraries.hash;
    }

    /** Double SHA-256 of 64 bytes for each level of each proof. */
    @Benchmark
    public byte[] sha256OfLevels(Specimens specimens, CpuCounters counters, Libraries libraries)
            throws DigestException {
        int levels = specimens.next(counters).proofLevels();
        for (int level = 0; level < levels; level++) {
            libraries.sha256.update(libraries.hash);
            libraries.digest(libraries.hash);
            libraries.digestAgain();
        }
        return libraries.hash;
    }

    /** Every signature, every txid, the outputs that signatures cover, and every merkle level. */
    @Benchmark
    public byte[] necessary(Specimens specimens, CpuCounters counters, Libraries libraries)
            throws DigestException {
        Specimen specimen = specimens.next(counters);
        verifyAll(specimen, Integer.MAX_VALUE, libraries);
        for (ByteSlice part : specimen.hashed()) {
            libraries.sha256.update(part.array(), part.offset(), part.length());
            libraries.sha256.digest(libraries.hash, 0, libraries.hash.length);
            libraries.digestAgain();
        }
        for (int level = 0; level < specimen.proofLevels(); level++) {
            libraries.sha256.update(libraries.hash);
            libraries.digest(libraries.hash);
            libraries.digestAgain();
        }
        return libraries.hash;
    }
}
