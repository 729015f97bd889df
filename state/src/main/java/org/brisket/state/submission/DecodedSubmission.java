package org.brisket.state.submission;

import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionOptions;

/** A submission whose BEEF parses and whose parts fit together; nothing is verified yet. */
public record DecodedSubmission(
        KafkaRecord source, SubmissionOptions options, BeefGraph graph, ByteSlice offChainValues) {}
