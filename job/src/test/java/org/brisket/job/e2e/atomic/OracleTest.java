package org.brisket.job.e2e.atomic;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.LiveDigest;
import org.junit.jupiter.api.Test;

/** The oracle agrees with a right change log and with no wrong one. */
class OracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEDGER = "TOPIC:tm_even";

    private final Families families =
            new Families(new AtomicForge(AtomicForge.funding(1, 20)), new SplittableRandom(1));
    private final Made root = families.plainRoot(false);
    private final Made child = families.plainChild(root, 0);
    private final Made grandchild = families.plainChild(child, 0);
    private final ExpectedLedgers expected = new ExpectedLedgers(List.of(planned(grandchild)));
    private final List<JsonNode> log = log(List.of(root, child, grandchild));

    private static Planned planned(Made made) {
        return new Planned(made, List.of("tm_even"), Set.of(), Planned.NO_PAIR);
    }

    @Test
    void agreesWithTheTruth() {
        assertThatCode(() -> check(log, List.of())).doesNotThrowAnyException();
    }

    @Test
    void leavesOutWhatIsUndone() {
        Made rival = families.plainChild(child, 1);
        JsonNode undone = log(List.of(rival)).get(0);
        setSequence(undone, 9);
        List<JsonNode> longer = new ArrayList<>(log);
        longer.add(undone);
        ObjectNode rollback = undone.deepCopy();
        rollback.put("admissionPublished", true);

        assertThatCode(() -> check(longer, List.of(rollback))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(longer, List.of())).isInstanceOf(AssertionError.class);
    }

    @Test
    void missesAnAdmission() {
        assertThatThrownBy(() -> check(log.subList(0, 2), List.of()))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void seesChangesInAWrongOrder() {
        setSequence(log.get(0), 2);
        setSequence(log.get(1), 1);
        assertThatThrownBy(() -> check(log, List.of())).isInstanceOf(AssertionError.class);
    }

    @Test
    void seesAnotherOutput() {
        ((ArrayNode) change(log.get(1)).get("outputsToAdmit")).add(1);
        assertThatThrownBy(() -> check(log, List.of())).hasMessageContaining("live coins");
    }

    @Test
    void seesAnotherDigest() {
        change(log.get(2)).put("digest", LiveDigest.EMPTY.toString());
        assertThatThrownBy(() -> check(log, List.of())).hasMessageContaining("digest of");
    }

    @Test
    void acceptsOneWinnerThatTheLoserHearsOf() {
        Planned one = new Planned(grandchild, List.of("tm_even"), Set.of(), 0);
        Planned two = new Planned(families.plainChild(child, 1), List.of("tm_even"), Set.of(), 0);
        Answer yes = new Answer(true, Set.of(), "");
        Answer no = refusal("is spent by " + one.id());

        assertThatCode(() -> answers(one, yes, two, no)).doesNotThrowAnyException();
        assertThatThrownBy(() -> answers(one, yes, two, yes)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answers(one, no, two, no)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> answers(one, yes, two, refusal("is spent by somebody")))
                .isInstanceOf(AssertionError.class);
    }

    private static Answer refusal(String detail) {
        return new Answer(false, Set.of("COIN_ALREADY_SPENT"), detail);
    }

    private static void answers(Planned one, Answer first, Planned two, Answer second) {
        Map<String, Answer> answers = new HashMap<>();
        answers.put(one.id(), first);
        answers.put(two.id(), second);
        AnswerCheck.assertRight(List.of(one, two), answers);
    }

    private void check(List<JsonNode> admissions, List<JsonNode> rollbacks) {
        new PublishedLedgers(admissions, rollbacks).assertEqual(expected);
    }

    private static void setSequence(JsonNode admission, int sequence) {
        change(admission).put("sequence", sequence);
    }

    private static ObjectNode change(JsonNode admission) {
        return (ObjectNode) admission.get("ledgers").get(LEDGER);
    }

    /** What a ledger would publish that applies these in their order. */
    private static List<JsonNode> log(List<Made> applied) {
        List<JsonNode> log = new ArrayList<>();
        Set<Outpoint> live = new HashSet<>();
        for (Made made : applied) {
            ObjectNode admission = JSON.createObjectNode().put("txid", made.id());
            ObjectNode change = admission.putObject("ledgers").putObject(LEDGER);
            change.put("sequence", log.size() + 1);
            ArrayNode spent = change.putArray("spentCoins");
            for (int input = 0; input < made.transaction().inputCount(); input++) {
                Outpoint coin = made.transaction().previousOutput(input);
                if (live.remove(coin)) {
                    spent.add(coin.toString());
                }
            }
            ArrayNode admitted = change.putArray("outputsToAdmit");
            for (int output : LedgerRule.outputs(LEDGER, made)) {
                admitted.add(output);
                live.add(made.output(output));
            }
            LiveDigest digest = LiveDigest.EMPTY;
            for (Outpoint coin : live) {
                digest = digest.plus(LiveDigest.of(LEDGER, coin));
            }
            change.put("digest", digest.toString());
            log.add(admission);
        }
        return log;
    }
}
