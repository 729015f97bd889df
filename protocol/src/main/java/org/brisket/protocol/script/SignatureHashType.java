package org.brisket.protocol.script;

/**
 * Which parts of a transaction a signature commits to: a base (all outputs, none, or the one at the
 * input's index) and flags. Every signature of the network carries {@link #FORK_ID}.
 */
public final class SignatureHashType {
    public static final int ALL = 0x01;
    public static final int NONE = 0x02;
    public static final int SINGLE = 0x03;

    /** The original digest, valid since Chronicle. */
    public static final int CHRONICLE = 0x20;

    public static final int FORK_ID = 0x40;
    public static final int ANYONE_CAN_PAY = 0x80;

    /** What wallets use unless they have a reason. */
    public static final int DEFAULT = ALL | FORK_ID;

    private SignatureHashType() {}

    static int base(int hashType) {
        return hashType & 0x1F;
    }

    static boolean isDefined(int hashType) {
        int base = hashType & ~(ANYONE_CAN_PAY | FORK_ID | CHRONICLE);
        return base >= ALL && base <= SINGLE;
    }
}
