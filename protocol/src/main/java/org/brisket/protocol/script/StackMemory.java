package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;

/**
 * What both stacks of one input hold together, counted as the node counts it: the length of each
 * element, and 32.
 */
final class StackMemory {
    private static final int OVERHEAD = 32;

    private final CostMeter meter;
    private long bytes;

    StackMemory(CostMeter meter) {
        this.meter = meter;
    }

    void take(ByteSlice element) throws ScriptFailure {
        meter.requireElement(element.length());
        bytes += element.length() + OVERHEAD;
        meter.requireStack(bytes);
    }

    void give(ByteSlice element) {
        bytes -= element.length() + OVERHEAD;
    }
}
