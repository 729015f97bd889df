package org.brisket.bench.speed;

import java.util.function.ToIntFunction;

/** A part of Brisket's work, the floor that it stands on, and the size that it is measured by. */
enum Comparison {
    PARSE("parse", "sha256", "SHA-256 of the BEEF", specimen -> specimen.beef().length),
    GRAPH("graph", "sha256", "SHA-256 of the BEEF", specimen -> specimen.beef().length),
    TXID("txid", "sha256OfSubject", "double SHA-256", specimen -> specimen.rawSubject().length),
    ROOTS("roots", "sha256OfLevels", "SHA-256 of levels", specimen -> specimen.beef().length),
    SCRIPTS("scripts", "ecdsaOfSubject", "ECDSA", specimen -> specimen.rawSubject().length),
    VERIFY("verify", "ecdsa", "ECDSA of all", specimen -> specimen.beef().length),
    VERIFY_WITH_HASHES(
            "verify", "necessary", "ECDSA and hashes", specimen -> specimen.beef().length),
    ENCODE("encode", "sha256OfSubject", "double SHA-256", specimen -> specimen.rawSubject().length);

    private final String subject;
    private final String floor;
    private final String floorInWords;
    private final ToIntFunction<Specimen> size;

    Comparison(String subject, String floor, String floorInWords, ToIntFunction<Specimen> size) {
        this.subject = subject;
        this.floor = floor;
        this.floorInWords = floorInWords;
        this.size = size;
    }

    String subject() {
        return subject;
    }

    String floor() {
        return floor;
    }

    String floorInWords() {
        return floorInWords;
    }

    int size(Specimen specimen) {
        return size.applyAsInt(specimen);
    }
}
