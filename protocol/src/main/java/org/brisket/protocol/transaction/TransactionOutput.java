package org.brisket.protocol.transaction;

import org.brisket.protocol.bytes.ByteSlice;

/** A coin's content: its value in satoshis and the script that locks it. */
public record TransactionOutput(long satoshis, ByteSlice lockingScript) {}
