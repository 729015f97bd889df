package org.brisket.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.P2pkh;
import org.brisket.simulator.chain.SeededBytes;

/** The few keys of a seed that own all coins of its workload; making keys is expensive. */
final class WorkloadKeys {
    private static final int COUNT = 16;

    private final List<PrivateKey> keys = new ArrayList<>(COUNT);
    private final List<ByteSlice> locks = new ArrayList<>(COUNT);

    WorkloadKeys(long seed) {
        SeededBytes bytes = new SeededBytes(seed);
        for (int i = 0; i < COUNT; i++) {
            try {
                PrivateKey key = PrivateKey.parse(bytes.at("private key", i));
                keys.add(key);
                locks.add(ByteSlice.of(P2pkh.lock(key.publicKey())));
            } catch (MalformedException e) {
                throw new IllegalStateException("seed " + seed + " gives no key " + i, e);
            }
        }
    }

    int count() {
        return COUNT;
    }

    PrivateKey key(int number) {
        return keys.get(number % COUNT);
    }

    /** The pay-to-public-key-hash script of the key with that number. */
    byte[] lock(int number) {
        return locks.get(number % COUNT).toByteArray();
    }

    /** The number of the key whose pay-to-public-key-hash script that is, if it is one of ours. */
    OptionalInt owner(ByteSlice lock) {
        int number = locks.indexOf(lock);
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    List<ByteSlice> locks() {
        return List.copyOf(locks);
    }
}
