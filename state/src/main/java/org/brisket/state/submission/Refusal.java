package org.brisket.state.submission;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.verdict.Rejection;

/** A submission that is refused before any ledger saw it, with the record as it came. */
public record Refusal(
        String submissionId, Optional<Txid> txid, Rejection rejection, KafkaRecord source) {}
