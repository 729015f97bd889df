package org.brisket.protocol.beef;

/** The two layouts of BEEF and the number that each begins with, as a little-endian integer. */
public enum BeefVersion {
    V1(0xEFBE0001),
    V2(0xEFBE0002);

    static final int ATOMIC_PREFIX = 0x01010101;

    private final int magic;

    BeefVersion(int magic) {
        this.magic = magic;
    }

    int magic() {
        return magic;
    }
}
