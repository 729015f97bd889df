package org.brisket.protocol.script;

/** What one opcode does. Pushes with data are not operations: the interpreter reads them. */
@FunctionalInterface
interface Operation {
    void apply(Execution execution) throws ScriptFailure;
}
