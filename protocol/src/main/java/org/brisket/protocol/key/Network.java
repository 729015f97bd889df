package org.brisket.protocol.key;

/** The chain that an address or a written private key belongs to, with its version bytes. */
public enum Network {
    MAIN(0x00, 0x80),
    TEST(0x6F, 0xEF);

    private final int addressVersion;
    private final int privateKeyVersion;

    Network(int addressVersion, int privateKeyVersion) {
        this.addressVersion = addressVersion;
        this.privateKeyVersion = privateKeyVersion;
    }

    int addressVersion() {
        return addressVersion;
    }

    int privateKeyVersion() {
        return privateKeyVersion;
    }
}
