package org.brisket.protocol.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.brisket.protocol.bytes.ByteSlice;

class ScriptReaderFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void readsOpcodes(byte[] bytes) {
        ByteSlice script = ByteSlice.of(bytes);
        ScriptReader reader = new ScriptReader(script);
        boolean pushOnly = true;
        try {
            while (reader.hasNext()) {
                int before = reader.position();
                pushOnly &= reader.next() <= Opcode.OP_16;
                assertThat(reader.position()).isGreaterThan(before);
            }
            assertThat(reader.position()).isEqualTo(bytes.length);
        } catch (ScriptFailure cutOff) {
            pushOnly = false;
        }
        assertThat(ScriptReader.isPushOnly(script)).isEqualTo(pushOnly);
        if (P2pkh.matches(script)) {
            assertThat(P2pkh.lock(P2pkh.publicKeyHash(script).toByteArray())).isEqualTo(bytes);
        }
    }
}
