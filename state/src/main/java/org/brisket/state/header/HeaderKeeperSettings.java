package org.brisket.state.header;

import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.header.HeaderRules;

/**
 * Which chain is kept.
 *
 * @param anchorHeight of the trusted header that the chain begins with
 * @param anchorHash which makes the header itself trusted, whoever sends it
 * @param kept headers below the tip that are remembered; at least 147
 * @param quorum how many trackers must have said how far the chain reaches
 */
public record HeaderKeeperSettings(
        HeaderRules rules, long anchorHeight, BlockHash anchorHash, int kept, int quorum) {}
