package org.brisket.state.tracking;

import java.io.Serializable;

/**
 * How patient a tracker is.
 *
 * @param refusalDeadlineMillis how long no endpoint may hold a transaction before it is rolled back
 *     for that alone
 */
public record TrackingSettings(long refusalDeadlineMillis, Finality finality, PollSchedule polls)
        implements Serializable {}
