package org.brisket.state.tracking;

import static org.brisket.state.tracking.NetworkEvent.ACCEPTED;
import static org.brisket.state.tracking.NetworkEvent.BURIED;
import static org.brisket.state.tracking.NetworkEvent.CONTESTED;
import static org.brisket.state.tracking.NetworkEvent.DEADLINE_PASSED;
import static org.brisket.state.tracking.NetworkEvent.FORGOTTEN;
import static org.brisket.state.tracking.NetworkEvent.HELD;
import static org.brisket.state.tracking.NetworkEvent.INVALID;
import static org.brisket.state.tracking.NetworkEvent.MINED;
import static org.brisket.state.tracking.NetworkEvent.NOT_HELD;
import static org.brisket.state.tracking.NetworkEvent.OUTDONE;
import static org.brisket.state.tracking.NetworkEvent.PARENT_UNDONE;
import static org.brisket.state.tracking.NetworkEvent.PENDING;
import static org.brisket.state.tracking.NetworkEvent.REFUSED;
import static org.brisket.state.tracking.NetworkEvent.UNMINED;

import java.util.EnumMap;
import java.util.Map;

/**
 * The one table of transitions. A pair that is not listed changes nothing: one endpoint's
 * acceptance outweighs what others say, a block outweighs every opinion of the network, and nothing
 * leaves {@code ROLLED_BACK} but a new decision. After an acceptance a refusal casts doubt and no
 * more; it takes a second look to roll back.
 */
public final class TransitionTable {
    private static final Map<Phase, Map<NetworkEvent, Phase>> NEXT = build();

    private TransitionTable() {}

    /** The phase after an event; the same phase if the event means nothing there. */
    public static Phase next(Phase phase, NetworkEvent event) {
        return NEXT.getOrDefault(phase, Map.of()).getOrDefault(event, phase);
    }

    static boolean moves(Phase phase, NetworkEvent event) {
        return next(phase, event) != phase;
    }

    private static Map<Phase, Map<NetworkEvent, Phase>> build() {
        Map<Phase, Map<NetworkEvent, Phase>> table = new EnumMap<>(Phase.class);
        for (Phase open : new Phase[] {Phase.DECIDED, Phase.IN_FLIGHT}) {
            put(table, open, ACCEPTED, Phase.ACCEPTED);
            put(table, open, HELD, Phase.ACCEPTED);
            put(table, open, PENDING, Phase.IN_FLIGHT);
            put(table, open, CONTESTED, Phase.CONTESTED);
            put(table, open, INVALID, Phase.ROLLED_BACK);
            put(table, open, REFUSED, Phase.SUSPECT);
            put(table, open, OUTDONE, Phase.SUSPECT);
            put(table, open, MINED, Phase.CONFIRMED);
        }
        put(table, Phase.IN_FLIGHT, DEADLINE_PASSED, Phase.ROLLED_BACK);
        put(table, Phase.ACCEPTED, CONTESTED, Phase.CONTESTED);
        for (NetworkEvent doubt : new NetworkEvent[] {INVALID, REFUSED, OUTDONE, FORGOTTEN}) {
            put(table, Phase.ACCEPTED, doubt, Phase.SUSPECT);
        }
        put(table, Phase.ACCEPTED, MINED, Phase.CONFIRMED);
        put(table, Phase.CONFIRMED, BURIED, Phase.FINAL);
        put(table, Phase.CONFIRMED, UNMINED, Phase.ACCEPTED);
        put(table, Phase.CONTESTED, HELD, Phase.ACCEPTED);
        put(table, Phase.CONTESTED, REFUSED, Phase.SUSPECT);
        put(table, Phase.SUSPECT, ACCEPTED, Phase.ACCEPTED);
        put(table, Phase.SUSPECT, HELD, Phase.ACCEPTED);
        put(table, Phase.SUSPECT, CONTESTED, Phase.CONTESTED);
        for (Phase doubted : new Phase[] {Phase.CONTESTED, Phase.SUSPECT}) {
            put(table, doubted, INVALID, Phase.ROLLED_BACK);
            put(table, doubted, OUTDONE, Phase.ROLLED_BACK);
            put(table, doubted, DEADLINE_PASSED, Phase.ROLLED_BACK);
            put(table, doubted, MINED, Phase.CONFIRMED);
        }
        for (Phase unmined : Phase.values()) {
            if (!unmined.isMined() && unmined != Phase.ROLLED_BACK) {
                put(table, unmined, PARENT_UNDONE, Phase.ROLLED_BACK);
            }
        }
        for (Phase phase : Phase.values()) {
            put(table, phase, NOT_HELD, Phase.ROLLED_BACK);
        }
        return table;
    }

    private static void put(
            Map<Phase, Map<NetworkEvent, Phase>> table,
            Phase phase,
            NetworkEvent event,
            Phase next) {
        table.computeIfAbsent(phase, p -> new EnumMap<>(NetworkEvent.class)).put(event, next);
    }
}
