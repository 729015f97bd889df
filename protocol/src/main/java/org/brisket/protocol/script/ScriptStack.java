package org.brisket.protocol.script;

import java.util.Arrays;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * A stack of byte strings. Elements are views: pushing and duplicating copies nothing. Their memory
 * is bounded together with that of the other stack.
 */
final class ScriptStack {
    private static final ByteSlice TRUE = ByteSlice.of(new byte[] {1});

    private final StackMemory memory;
    private ByteSlice[] elements = new ByteSlice[8];
    private int size;

    ScriptStack(StackMemory memory) {
        this.memory = memory;
    }

    int size() {
        return size;
    }

    void push(ByteSlice element) throws ScriptFailure {
        memory.take(element);
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, 2 * size);
        }
        elements[size++] = element;
    }

    void push(byte[] element) throws ScriptFailure {
        push(ByteSlice.of(element));
    }

    void push(boolean value) throws ScriptFailure {
        push(value ? TRUE : ByteSlice.EMPTY);
    }

    /** Another stack with the same elements, whose memory counts again. */
    ScriptStack copy() throws ScriptFailure {
        ScriptStack copy = new ScriptStack(memory);
        for (int i = 0; i < size; i++) {
            copy.push(elements[i]);
        }
        return copy;
    }

    void require(int count) throws ScriptFailure {
        if (size < count) {
            throw ScriptFailure.invalid(
                    ScriptError.INVALID_STACK_OPERATION,
                    "needs " + count + " elements, the stack has " + size);
        }
    }

    ByteSlice pop() throws ScriptFailure {
        require(1);
        ByteSlice element = elements[--size];
        elements[size] = null;
        memory.give(element);
        return element;
    }

    void clear() throws ScriptFailure {
        while (size > 0) {
            pop();
        }
    }

    /** The element at a depth, 0 being the top. */
    ByteSlice peek(int depth) throws ScriptFailure {
        require(depth + 1);
        return elements[size - 1 - depth];
    }

    /** Takes out the element at a depth, 0 being the top. */
    ByteSlice remove(int depth) throws ScriptFailure {
        ByteSlice element = peek(depth);
        System.arraycopy(elements, size - depth, elements, size - 1 - depth, depth);
        elements[--size] = null;
        memory.give(element);
        return element;
    }

    /** Puts an element under the given number of others. */
    void insert(int depth, ByteSlice element) throws ScriptFailure {
        require(depth);
        push(element);
        System.arraycopy(elements, size - 1 - depth, elements, size - depth, depth);
        elements[size - 1 - depth] = element;
    }
}
