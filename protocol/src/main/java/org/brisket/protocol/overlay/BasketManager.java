package org.brisket.protocol.overlay;

import java.util.Set;
import org.brisket.protocol.transaction.ExtendedTransaction;

/**
 * The rules of the coins in a basket (BRC-46): who may create them, what an amount is of, and that
 * no transaction makes more of it than it takes.
 *
 * <p><b>When it is called.</b> {@link #ledgers} once for every verified transaction, before any
 * state is read, to find out where the transaction has to go. Then {@link #apply} once in each of
 * those ledgers, with the inputs that are live coins there. After a failure both are called again
 * with the same arguments. {@link BasketManagers} makes these calls.
 *
 * <p><b>Threads.</b> One thread at a time per instance, but each subtask has an instance of its
 * own, and any of them may be asked.
 *
 * <p><b>Purity.</b> The same arguments give the same answer, in every instance and every process:
 * no I/O, no clock, no randomness, no state of its own, no change of the arguments. What arrives in
 * a transaction may be hostile: scripts of any bytes must not make it throw, and its work must stay
 * linear in the size of the transaction. Throwing means that the plug-in has a bug: the transaction
 * is then refused, nothing else happens.
 *
 * <p><b>Which ledgers.</b> A ledger is named in {@link #ledgers} whenever one of the outputs could
 * become a coin of it or one of the source outputs could have. It is better to name one too many
 * than to leave one out, for a coin that is spent unseen stays live. A transaction that names more
 * than {@value BasketManagers#MOST_LEDGERS} ledgers is refused. None means that the transaction is
 * no business of this manager.
 *
 * <p><b>What empty means.</b> {@link BasketInstructions#NOTHING}: the ledger stays as it is and has
 * no objection. A source output of the right shape that is not among the live inputs is worth
 * nothing: anybody can write such a script.
 *
 * <p><b>Registration.</b> Through {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.brisket.protocol.overlay.BasketManager} and give it a public constructor
 * without parameters. {@code BasketManagerContract} in the tests of this module checks what can be
 * checked of all this.
 *
 * <p><b>Example.</b> A basket in which a coin stands for its satoshis:
 *
 * <pre>{@code
 * public final class DepositBasketManager implements BasketManager {
 *     private static final BasketLedger LEDGER = new BasketLedger("deposits", "deposits", "");
 *
 *     public String name() { return "deposits"; }
 *
 *     public Set<BasketLedger> ledgers(ExtendedTransaction transaction) {
 *         return Set.of(LEDGER);
 *     }
 *
 *     public BasketAnswer apply(BasketTransaction transaction) {
 *         List<BasketCoin> coins = depositsIn(transaction.extended().transaction());
 *         return BasketAnswer.of(BasketInstructions.moving(coins, transaction.liveInputs()));
 *     }
 *
 *     public String documentation() { return "Deposits in satoshis."; }
 * }
 * }</pre>
 */
public interface BasketManager {
    /** The manager's name, see {@link BasketLedger#manager()}; unique on the class path. */
    String name();

    /** Every ledger that the transaction may change, all of this manager's own name. */
    Set<BasketLedger> ledgers(ExtendedTransaction transaction);

    /**
     * What the transaction does to one ledger, or why it may not. Whatever is summed up is summed
     * up without wrapping around, see {@link org.brisket.protocol.token.AmountTotal}.
     */
    BasketAnswer apply(BasketTransaction transaction);

    /** Markdown for people who want to use the basket. */
    String documentation();
}
