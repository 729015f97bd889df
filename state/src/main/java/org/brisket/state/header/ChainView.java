package org.brisket.state.header;

import org.brisket.protocol.spv.ChainTip;

/**
 * How far the own header chain reaches, and whether it can be relied on.
 *
 * @param lowestHeight of the headers that are remembered
 * @param medianTimePast of the tip, seconds since 1970
 * @param inStep true while a quorum of trackers was heard from lately and says nothing of a chain
 *     that is longer by more than a block
 */
public record ChainView(long lowestHeight, long tipHeight, long medianTimePast, boolean inStep) {

    public ChainTip tip() {
        return new ChainTip(tipHeight, medianTimePast);
    }
}
