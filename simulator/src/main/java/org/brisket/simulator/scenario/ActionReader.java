package org.brisket.simulator.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.brisket.simulator.http.CallbackFaults;
import org.brisket.simulator.http.EndpointLie;
import org.brisket.simulator.http.FaultMix;
import org.brisket.simulator.scenario.ServiceActions.Callbacks;
import org.brisket.simulator.scenario.ServiceActions.Faults;
import org.brisket.simulator.scenario.ServiceActions.Hang;
import org.brisket.simulator.scenario.ServiceActions.Lie;
import org.brisket.simulator.scenario.ServiceActions.Outage;
import org.brisket.simulator.scenario.ServiceActions.ReverseBatches;
import org.brisket.simulator.scenario.ServiceActions.Slow;
import org.brisket.simulator.scenario.TransactionActions.DoubleSpend;
import org.brisket.simulator.scenario.TransactionActions.Mine;
import org.brisket.simulator.scenario.TransactionActions.Poison;
import org.brisket.simulator.scenario.TransactionActions.Reinstate;
import org.brisket.simulator.scenario.TransactionActions.Reject;
import org.brisket.simulator.scenario.TransactionActions.Reorganise;
import org.brisket.simulator.scenario.TransactionActions.RivalsFirst;

/** The actions that a scenario may name, and their keys. */
final class ActionReader {
    private static final int MOST = 100_000;
    private static final int DEEPEST = 100;
    private static final Duration SLOW = Duration.ofSeconds(2);

    private enum Winner {
        OURS,
        RIVAL
    }

    private final Map<String, Function<Fields, Action>> readers = new LinkedHashMap<>();

    ActionReader() {
        readers.put("outage", f -> new Outage(place(f), f.span("lasting")));
        readers.put("hang", f -> new Hang(place(f), f.span("lasting")));
        readers.put("slow", f -> new Slow(place(f), f.span("by").orElse(SLOW), f.span("lasting")));
        readers.put("faults", f -> new Faults(place(f), mix(f), f.span("lasting")));
        readers.put("lie", f -> new Lie(arc(f), lie(f), f.span("lasting")));
        readers.put("reverse-batches", f -> new ReverseBatches(arc(f), f.span("lasting")));
        readers.put("callbacks", f -> new Callbacks(arc(f), callbacks(f), f.span("lasting")));
        readers.put("poison", f -> new Poison(count(f), f.number("share", 1, 1)));
        readers.put("rivals-first", f -> new RivalsFirst(count(f), f.number("share", 1, 1)));
        readers.put("double-spend", f -> new DoubleSpend(count(f), rivalWins(f)));
        readers.put("reject", f -> new Reject(count(f), "refused by a miner"));
        readers.put("reinstate", f -> new Reinstate());
        readers.put("mine", f -> new Mine((int) f.integer("blocks", 1, 1, DEEPEST)));
        readers.put("reorganise", ActionReader::reorganise);
    }

    Iterable<String> names() {
        return readers.keySet();
    }

    boolean knows(String name) {
        return readers.containsKey(name);
    }

    Action read(String name, Fields fields) {
        Action action = readers.get(name).apply(fields);
        fields.refuseOthers();
        return action;
    }

    private static Place place(Fields fields) {
        return fields.choice("at", Place.ALL, List.of(Place.values()));
    }

    private static Place arc(Fields fields) {
        return fields.choice("at", Place.ALL, List.of(Place.ALL, Place.ARC1, Place.ARC2));
    }

    private static EndpointLie lie(Fields fields) {
        return fields.choice("how", EndpointLie.REJECTS, List.of(EndpointLie.values()));
    }

    private static int count(Fields fields) {
        return (int) fields.integer("count", 1, 1, MOST);
    }

    private static boolean rivalWins(Fields fields) {
        return fields.choice("winner", Winner.RIVAL, List.of(Winner.values())) == Winner.RIVAL;
    }

    private static FaultMix mix(Fields fields) {
        double failed = fields.share("failed");
        double lost = fields.share("lost");
        double aborted = fields.share("aborted");
        double hanging = fields.share("hanging");
        double slow = fields.share("slow");
        Duration slowness = fields.span("slowness").orElse(SLOW);
        try {
            return new FaultMix(failed, lost, aborted, hanging, slow, slowness);
        } catch (IllegalArgumentException e) {
            fields.report("", e.getMessage());
            return FaultMix.NONE;
        }
    }

    private static CallbackFaults callbacks(Fields fields) {
        return new CallbackFaults(
                fields.share("lost"),
                fields.share("duplicated"),
                fields.share("reordered"),
                fields.share("forged"));
    }

    private static Action reorganise(Fields fields) {
        return new Reorganise(
                (int) fields.integer("depth", 1, 1, DEEPEST),
                fields.number("keep", 1, 1),
                (int) fields.integer("rivals", 0, 0, MOST));
    }
}
