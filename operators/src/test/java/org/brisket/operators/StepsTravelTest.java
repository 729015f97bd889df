package org.brisket.operators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.util.InstantiationUtil;
import org.brisket.operators.broadcast.AskEndpoints;
import org.brisket.operators.broadcast.BroadcastCommitted;
import org.brisket.operators.broadcast.ReadStatuses;
import org.brisket.operators.decision.CoordinateVotes;
import org.brisket.operators.decision.Lineage;
import org.brisket.operators.decision.ReadDecisions;
import org.brisket.operators.header.KeepHeaders;
import org.brisket.operators.header.ReadHeaderEvents;
import org.brisket.operators.intake.DecodeBeef;
import org.brisket.operators.intake.IntakeSettings;
import org.brisket.operators.ledger.ApplyToLedger;
import org.brisket.operators.ledger.RouteToLedgers;
import org.brisket.operators.output.OutputTopics;
import org.brisket.operators.output.PublishRefusals;
import org.brisket.operators.proof.CheckNewsProofs;
import org.brisket.operators.proof.CheckOwnHeaders;
import org.brisket.operators.proof.ProveNetworkEvents;
import org.brisket.operators.proof.ProveRoots;
import org.brisket.operators.query.ReadQueries;
import org.brisket.operators.store.DivertAdmissions;
import org.brisket.operators.store.HearProofs;
import org.brisket.operators.store.StoreTransactions;
import org.brisket.operators.tracking.ReadNetworkEvents;
import org.brisket.operators.tracking.TrackTransactions;
import org.brisket.operators.verification.RunScripts;
import org.brisket.state.tracking.Finality;
import org.brisket.state.tracking.PollSchedule;
import org.brisket.state.tracking.TrackingSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step is sent to workers as a serialised object. */
class StepsTravelTest {
    static Stream<Function> steps() {
        OutputTopics topics = new OutputTopics("a", "b", "c", "d", "e", "f", "g");
        return Stream.of(
                new DecodeBeef(new IntakeSettings(1, 1, 1, 1, true, true)),
                new CheckOwnHeaders(ExampleVerifier::create),
                new ProveRoots(() -> null, 1),
                new RunScripts(ExampleVerifier::create),
                new RouteToLedgers(Set.of("tm_any"), Set.of("inventory/stock"), true),
                new ApplyToLedger(topics),
                new ReadQueries(topics),
                new CoordinateVotes(topics, Lineage.going()),
                new ReadDecisions(Lineage.going()),
                new BroadcastCommitted(() -> null),
                new AskEndpoints(() -> null),
                new ReadStatuses(),
                new ReadNetworkEvents(),
                new ReadHeaderEvents(),
                new KeepHeaders(() -> null),
                new CheckNewsProofs(),
                new ProveNetworkEvents(() -> null, 1),
                new TrackTransactions(
                        topics, new TrackingSettings(1, Finality.NEVER, new PollSchedule(1))),
                new PublishRefusals(topics),
                new HearProofs(),
                new DivertAdmissions("admissions"),
                new StoreTransactions(topics));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void arrivesWhole(Function step) throws Exception {
        assertThat(InstantiationUtil.<Function>clone(step)).isInstanceOf(step.getClass());
    }
}
