package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;

/** What must hold after a proposal was put to a ledger. */
final class LedgerChecks {
    private LedgerChecks() {}

    /** G6: the same step, taken twice from the same state, says and does the same. */
    static void sameAnswer(
            List<LedgerMessage> first,
            LedgerPosition firstPosition,
            List<LedgerMessage> second,
            LedgerPosition secondPosition) {
        require(
                firstPosition.equals(secondPosition) && first.size() == second.size(),
                Guarantee.G6,
                "a replay does something else",
                second.size());
        for (int i = 0; i < first.size(); i++) {
            LedgerMessage message = second.get(i);
            require(
                    isSame(first.get(i), message),
                    Guarantee.G6,
                    "a replay says something else",
                    message.txid());
        }
    }

    private static boolean isSame(LedgerMessage first, LedgerMessage second) {
        return first instanceof LedgerMessage.Vote one && second instanceof LedgerMessage.Vote other
                ? one.ticket().equals(other.ticket()) && one.verdict().equals(other.verdict())
                : first.equals(second);
    }

    /** G7: a transaction that is applied is not applied again. */
    static void notAppliedAgain(Application held, Optional<Application> now, Txid txid) {
        require(
                now.map(Application::position).equals(Optional.of(held.position())),
                Guarantee.G7,
                "a repeat was applied",
                txid);
    }

    /** G7: a transaction that is decided gets the same answer again, and nothing changes. */
    static void harmlessRepeat(
            Application held,
            LedgerPosition before,
            List<LedgerMessage> messages,
            SimulatedLedgerStore store) {
        require(
                store.position().equals(before) && messages.size() == 1,
                Guarantee.G7,
                "a repeat changed something",
                messages.size());
        LedgerVerdict verdict = ((LedgerMessage.Vote) messages.get(0)).verdict();
        require(
                verdict.isYes() && verdict.instructions().equals(held.instructions()),
                Guarantee.G7,
                "a repeat got another answer",
                verdict);
    }
}
