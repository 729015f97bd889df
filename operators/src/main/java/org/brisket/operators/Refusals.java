package org.brisket.operators;

import org.apache.flink.util.OutputTag;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.RefusalCodec;

/** The side output into which every step before the ledgers puts what it refuses. */
public final class Refusals {
    public static final OutputTag<Refusal> TAG =
            new OutputTag<>("refused-submissions", new RefusalCodec().typeInfo());

    private Refusals() {}
}
