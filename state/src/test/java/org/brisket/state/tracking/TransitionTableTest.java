package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The whole table, pair by pair; a dot means that the event changes nothing. */
class TransitionTableTest {
    private static final String TABLE =
            """
            phase        ACCEPTED  HELD      PENDING    CONTESTED  INVALID      REFUSED  OUTDONE      FORGOTTEN  DEADLINE_PASSED  MINED      PARENT_UNDONE  NOT_HELD     BURIED  UNMINED
            DECIDED      ACCEPTED  ACCEPTED  IN_FLIGHT  CONTESTED  ROLLED_BACK  SUSPECT  SUSPECT      .          .                CONFIRMED  ROLLED_BACK    ROLLED_BACK  .       .
            IN_FLIGHT    ACCEPTED  ACCEPTED  .          CONTESTED  ROLLED_BACK  SUSPECT  SUSPECT      .          ROLLED_BACK      CONFIRMED  ROLLED_BACK    ROLLED_BACK  .       .
            ACCEPTED     .         .         .          CONTESTED  SUSPECT      SUSPECT  SUSPECT      SUSPECT    .                CONFIRMED  ROLLED_BACK    ROLLED_BACK  .       .
            CONFIRMED    .         .         .          .          .            .        .            .          .                .          .              ROLLED_BACK  FINAL   ACCEPTED
            FINAL        .         .         .          .          .            .        .            .          .                .          .              ROLLED_BACK  .       .
            CONTESTED    .         ACCEPTED  .          .          ROLLED_BACK  SUSPECT  ROLLED_BACK  .          ROLLED_BACK      CONFIRMED  ROLLED_BACK    ROLLED_BACK  .       .
            SUSPECT      ACCEPTED  ACCEPTED  .          CONTESTED  ROLLED_BACK  .        ROLLED_BACK  .          ROLLED_BACK      CONFIRMED  ROLLED_BACK    ROLLED_BACK  .       .
            ROLLED_BACK  .         .         .          .          .            .        .            .          .                .          .              .            .       .
            """;

    private static List<List<String>> rows() {
        return TABLE.lines().map(line -> Arrays.asList(line.strip().split("\\s+"))).toList();
    }

    @TestFactory
    List<DynamicTest> leadsToThePhaseInTheTable() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> events = rows().get(0);
        for (List<String> row : rows().subList(1, rows().size())) {
            for (int column = 1; column < row.size(); column++) {
                Phase phase = Phase.valueOf(row.get(0));
                NetworkEvent event = NetworkEvent.valueOf(events.get(column));
                String cell = row.get(column);
                Phase next = cell.equals(".") ? phase : Phase.valueOf(cell);
                tests.add(
                        dynamicTest(
                                phase + " on " + event,
                                () ->
                                        assertThat(TransitionTable.next(phase, event))
                                                .isEqualTo(next)));
            }
        }
        return tests;
    }

    @Test
    void namesEveryPhaseAndEveryEvent() {
        assertThat(rows().get(0).stream().skip(1))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NetworkEvent.values()).map(Enum::name).toList());
        assertThat(rows().stream().skip(1).map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Phase.values()).map(Enum::name).toList());
    }

    @Test
    void keepsTheStoredCodesAndPublicWordsOfPhases() {
        assertThat(Arrays.stream(Phase.values()).map(p -> p.code() + " " + p.text()))
                .containsExactly(
                        "1 decided",
                        "2 in-flight",
                        "3 accepted",
                        "4 confirmed",
                        "5 final",
                        "6 contested",
                        "7 suspect",
                        "8 rolled-back");
    }
}
