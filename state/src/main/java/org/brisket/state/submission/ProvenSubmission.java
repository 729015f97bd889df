package org.brisket.state.submission;

import java.util.Optional;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.verdict.Rejection;

/**
 * A submission whose merkle roots were looked up: all of them are on the chain, or it is refused.
 * The tip is what the chain looked like when they were.
 */
public record ProvenSubmission(
        DecodedSubmission submission, ChainTip tip, Optional<Rejection> rejection) {}
