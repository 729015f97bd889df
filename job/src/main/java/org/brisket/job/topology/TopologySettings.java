package org.brisket.job.topology;

import java.util.Set;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.decision.Lineage;
import org.brisket.operators.intake.IntakeSettings;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.state.header.HeaderKeeper;
import org.brisket.state.tracking.TrackingSettings;

/** What the steps need to know; times are in milliseconds. */
public record TopologySettings(
        IntakeSettings intake,
        SerializableFactory<SpvVerifier> verifier,
        Set<String> hostedTopics,
        Set<String> hostedBaskets,
        OutputTopics outputTopics,
        SerializableFactory<HeaderKeeper> headerKeeper,
        long validationTimeoutMillis,
        long patienceMillis,
        int concurrentLookups,
        TrackingSettings tracking,
        Lineage lineage) {}
