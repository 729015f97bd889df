package org.brisket.state.header;

import java.util.Optional;

/**
 * That the best chain has a new tip.
 *
 * @param reorganisedFrom the lowest height whose block is no longer in the best chain; what was
 *     proven by a block at this height or above has to be proven anew
 */
public record ChainNews(long tipHeight, Optional<Long> reorganisedFrom) {}
