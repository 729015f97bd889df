package org.brisket.simulator.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;

/** The rules by which nodes take or refuse a transaction. Guarded by its ledger's lock. */
final class Acceptance {
    static final int CONFLICT = 466;
    private static final int FULL = 503;

    private final NetworkOptions options;
    private final HeldTransactions held;
    private final Function<Txid, Optional<Transaction>> minedElsewhere;
    private final ScriptCheck scripts = new ScriptCheck();
    private final FeeCheck fees;

    Acceptance(
            NetworkOptions options,
            HeldTransactions held,
            Function<Txid, Optional<Transaction>> minedElsewhere) {
        this.options = options;
        this.held = held;
        this.minedElsewhere = minedElsewhere;
        this.fees = new FeeCheck(options, held::find);
    }

    /** The outputs that it spends, as far as the network knows them now. */
    SourceOutputs sourcesOf(PostedTransaction posted) {
        return SourceOutputs.of(posted, this::spendable);
    }

    private Optional<Transaction> spendable(Txid txid) {
        Optional<NetworkTransaction> known = held.find(txid);
        return known.isPresent()
                ? known.filter(each -> each.spendable).map(NetworkTransaction::transaction)
                : minedElsewhere.apply(txid);
    }

    /** All rules, room for it included. */
    Optional<Verdict.Refused> check(
            NetworkTransaction candidate,
            SourceOutputs sources,
            AcceptanceOptions skips,
            int orphans) {
        return checkValue(candidate, sources, skips)
                .or(() -> checkConflicts(candidate.transaction()))
                .or(() -> checkScripts(candidate.transaction(), sources, skips))
                .or(() -> checkRoom(sources, orphans));
    }

    /** All rules but those about other transactions that the network holds. */
    Optional<Verdict.Refused> checkAlone(NetworkTransaction candidate, SourceOutputs sources) {
        AcceptanceOptions all = AcceptanceOptions.ALL_CHECKS;
        return checkValue(candidate, sources, all)
                .or(() -> checkScripts(candidate.transaction(), sources, all));
    }

    private Optional<Verdict.Refused> checkValue(
            NetworkTransaction candidate, SourceOutputs sources, AcceptanceOptions skips) {
        return TransactionRules.check(candidate.transaction())
                .or(sources::refusal)
                .or(() -> fees.check(candidate, sources, skips));
    }

    /** Whether another live transaction spends what it spends. */
    Optional<Verdict.Refused> checkConflicts(Transaction transaction) {
        Set<Txid> competing = held.competitorsOf(transaction);
        return competing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Refused(
                                CONFLICT, "an input is already spent", List.copyOf(competing)));
    }

    private Optional<Verdict.Refused> checkScripts(
            Transaction transaction, SourceOutputs sources, AcceptanceOptions skips) {
        return skips.skipScripts()
                ? Optional.empty()
                : scripts.check(new ExtendedTransaction(transaction, sources.outputs()));
    }

    private Optional<Verdict.Refused> checkRoom(SourceOutputs sources, int orphans) {
        boolean noRoomForOrphans = !sources.unknown().isEmpty() && orphans >= options.maxOrphans();
        return held.size() >= options.maxTransactions() || noRoomForOrphans
                ? Optional.of(Verdict.Refused.of(FULL, "no room for another transaction"))
                : Optional.empty();
    }
}
