package org.brisket.protocol.script;

/**
 * Which operation each opcode names. An opcode without an entry is refused as unsupported when a
 * script executes it, never judged.
 */
final class OperationTable {
    private static final Operation[] OPERATIONS = build();

    private OperationTable() {}

    /** The operation, or null where there is no entry. */
    static Operation find(int opcode) {
        return OPERATIONS[opcode];
    }

    private static Operation[] build() {
        Operation[] table = new Operation[256];
        ControlOperations.addTo(table);
        LockTimeOperations.addTo(table);
        StackOperations.addTo(table);
        NumberOperations.addTo(table);
        ByteOperations.addTo(table);
        HashOperations.addTo(table);
        SignatureOperations.addTo(table);
        return table;
    }
}
