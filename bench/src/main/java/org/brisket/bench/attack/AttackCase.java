package org.brisket.bench.attack;

import java.util.Optional;
import org.brisket.bench.forge.Ground;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * One hostile (or merely heavy) BEEF and the verdict that it must get.
 *
 * @param family what kind of attack it is
 * @param expected the reason for its refusal, or nothing if it is valid and must be accepted
 */
public record AttackCase(
        String family, String name, Optional<RejectionReason> expected, Forge forge) {

    /** Makes the bytes on mined ground of their own. */
    public interface Forge {
        byte[] forge(Ground ground);
    }

    static AttackCase accepted(String family, String name, Forge forge) {
        return new AttackCase(family, name, Optional.empty(), forge);
    }

    static AttackCase refused(String family, String name, RejectionReason reason, Forge forge) {
        return new AttackCase(family, name, Optional.of(reason), forge);
    }

    public String expectedVerdict() {
        return expected.map(RejectionReason::name).orElse(Judgement.ACCEPTED);
    }
}
