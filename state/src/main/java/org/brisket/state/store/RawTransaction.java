package org.brisket.state.store;

import org.brisket.protocol.bytes.ByteSlice;

/** A transaction in its standard serialisation, as it is stored: once, and never changed. */
public record RawTransaction(ByteSlice bytes) {}
