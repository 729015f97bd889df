package org.brisket.job.verifier;

import java.util.Optional;
import org.brisket.state.ledger.LiveDigest;

/**
 * A change of a ledger as an admission tells it.
 *
 * @param digest of the live coins after it
 * @param change by how much it moved the digest; empty where that is not known any more
 * @param seenMillis when the verifier read it
 */
record LedgerChange(
        long sequence, LiveDigest digest, Optional<LiveDigest> change, long seenMillis) {}
