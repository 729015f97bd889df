package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicManagers;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** Topic ledgers: the topic's manager decides, and its answer must fit the transaction. */
public final class TopicLedgerRules implements LedgerRules {
    private final Function<String, Optional<TopicManager>> managers;

    public TopicLedgerRules(TopicManagers managers) {
        this(managers::find);
    }

    /** With managers that are found by topic in some other way. */
    public TopicLedgerRules(Function<String, Optional<TopicManager>> managers) {
        this.managers = managers;
    }

    @Override
    public Answer evaluate(
            String ledger,
            ExtendedTransaction extended,
            List<Integer> previousCoins,
            byte[] offChainValues) {
        String topic = LedgerId.fromKey(ledger).name();
        TopicManager manager =
                managers.apply(topic)
                        .orElseThrow(() -> new IllegalStateException("routed to " + ledger));
        TopicTransaction transaction =
                new TopicTransaction(extended, previousCoins, ByteSlice.of(offChainValues));
        AdmittanceInstructions answer;
        try {
            answer = manager.identifyAdmissibleOutputs(transaction);
        } catch (RuntimeException | StackOverflowError e) {
            // A plug-in that fails on one transaction must not stop the others for ever.
            return failed(topic, e.toString());
        }
        if (answer == null) {
            return failed(topic, "it gave no answer");
        }
        if (!answer.fits(transaction)) {
            return failed(topic, "its instructions name what the transaction does not have");
        }
        return accepted(topic, answer, previousCoins);
    }

    private static Answer accepted(
            String topic, AdmittanceInstructions answer, List<Integer> previousCoins) {
        List<Integer> removed = new ArrayList<>(previousCoins);
        removed.removeAll(answer.coinsToRetain());
        Instructions instructions =
                new Instructions(answer.outputsToAdmit(), answer.coinsToRetain(), removed);
        if (instructions.isEmpty()) {
            return Answer.of(
                    Rejection.of(
                            RejectionReason.NOTHING_TO_ADMIT,
                            "%s admits no output and no coin of it is spent",
                            topic));
        }
        return Answer.of(instructions);
    }

    private static Answer failed(String topic, String detail) {
        return Answer.of(
                Rejection.of(
                        RejectionReason.MANAGER_FAILED,
                        "the manager of %s failed: %s",
                        topic,
                        detail));
    }
}
