package org.brisket.job.local.traffic;

import org.brisket.protocol.bytes.ByteSlice;

/** A refused submission in the topic of rejections: why, and the fingerprint of what came back. */
public record DeadLetter(String reason, ByteSlice fingerprint) {}
