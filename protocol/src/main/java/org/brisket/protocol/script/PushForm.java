package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;

/** The shortest form of each push, which scripts are built with and relay policy asks for. */
final class PushForm {
    private static final int LONGEST_DIRECT = 75;
    private static final int MINUS_ONE = 0x81;

    private PushForm() {}

    static void requireShortest(int opcode, ByteSlice data) throws ScriptFailure {
        if (opcode != shortest(data)) {
            throw ScriptFailure.invalid(
                    ScriptError.MINIMALDATA,
                    data.length() + " bytes are pushed by opcode " + opcode);
        }
    }

    /**
     * The opcode that pushes data in the fewest bytes; some opcodes are the data themselves, see
     * {@link #isData}.
     */
    static int shortest(ByteSlice data) {
        if (data.length() == 1 && data.at(0) >= 1 && data.at(0) <= 16) {
            return Opcode.OP_1 + data.at(0) - 1;
        }
        if (data.length() == 1 && data.at(0) == MINUS_ONE) {
            return Opcode.NEGATE_1;
        }
        if (data.length() <= LONGEST_DIRECT) {
            return data.length();
        }
        if (data.length() <= 0xFF) {
            return Opcode.PUSHDATA1;
        }
        return data.length() <= 0xFFFF ? Opcode.PUSHDATA2 : Opcode.PUSHDATA4;
    }

    /** True where the opcode pushes a number of its own, so that no data follow it. */
    static boolean isData(int opcode) {
        return opcode > Opcode.PUSHDATA4;
    }
}
