package org.brisket.protocol.overlay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.overlay.BasketAnswer;
import org.brisket.protocol.overlay.BasketCoin;
import org.brisket.protocol.overlay.BasketInstructions;
import org.brisket.protocol.overlay.BasketLedger;
import org.brisket.protocol.overlay.BasketManager;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.BasketTransaction;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.junit.jupiter.api.Test;

/**
 * What every basket manager has to do. Extend it in the tests of your plug-in, and add this
 * dependency beside JUnit 5 and AssertJ:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>org.brisket</groupId>
 *   <artifactId>brisket-protocol</artifactId>
 *   <version>the version of Brisket that you run</version>
 *   <type>test-jar</type>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <p>It asks the manager about your examples and about {@value #HOSTILE} transactions that are made
 * of random and damaged scripts, always the same ones.
 */
public abstract class BasketManagerContract {
    private static final int HOSTILE = 500;
    private static final long SEED = 46;

    /** A new instance, made as {@link java.util.ServiceLoader} makes it. */
    protected abstract BasketManager newManager();

    /** Transactions that the manager accepts and of which it admits at least one output each. */
    protected abstract List<BasketTransaction> examples();

    @Test
    void isNamedAndDescribed() {
        BasketManager manager = newManager();

        assertThat(BasketLedger.isManagerName(manager.name())).as(manager.name()).isTrue();
        assertThat(newManager().name()).isEqualTo(manager.name());
        assertThat(manager.documentation()).isNotBlank();
    }

    @Test
    void admitsSomethingOfEveryExample() {
        assertThat(examples()).isNotEmpty();
        examples().forEach(example -> assertThat(accepted(example).admitted()).isNotEmpty());
    }

    /** Before any state is read it has to be known where a transaction goes. */
    @Test
    void namesTheLedgersOfItsExamplesFromTheTransactionAlone() {
        for (BasketTransaction example : examples()) {
            assertThat(newManager().ledgers(example.extended()))
                    .contains(example.ledger())
                    .hasSizeLessThanOrEqualTo(BasketManagers.MOST_LEDGERS);
        }
    }

    @Test
    void namesLedgersOfItsOwnOnly() {
        BasketManager manager = newManager();
        for (ExtendedTransaction transaction : transactions()) {
            assertThat(manager.ledgers(transaction))
                    .isNotNull()
                    .allMatch(ledger -> ledger.manager().equals(manager.name()));
        }
    }

    /** Else a coin would stay live after it was spent. */
    @Test
    void namesTheLedgerOfACoinThatIsSpentForNothing() {
        for (BasketTransaction example : examples()) {
            for (BasketCoin coin : accepted(example).admitted()) {
                ExtendedTransaction spending = spending(example, coin);

                assertThat(newManager().ledgers(spending)).contains(example.ledger());
                assertThat(ask(newManager(), spending, example.ledger(), List.of(0))).isNotNull();
            }
        }
    }

    private static ExtendedTransaction spending(BasketTransaction example, BasketCoin coin) {
        Transaction made = example.extended().transaction();
        Outpoint outpoint = new Outpoint(made.txid(), coin.output());
        Transaction spending =
                new TransactionBuilder()
                        .input(outpoint, new byte[0])
                        .output(1, new byte[] {0x51})
                        .build();
        return new ExtendedTransaction(spending, List.of(made.output(coin.output())));
    }

    /** A manager that takes scripts for coins could be given money that nobody made. */
    @Test
    void makesNoMoreOfAnAssetWithoutItsCoins() {
        for (BasketTransaction example : examples()) {
            if (!example.liveInputs().isEmpty()) {
                long without =
                        ask(newManager(), example.extended(), example.ledger(), List.of())
                                .fold(BasketManagerContract::amount, rejection -> 0L);
                assertThat(without).isLessThan(amount(accepted(example)));
            }
        }
    }

    private static long amount(BasketInstructions instructions) {
        return instructions.admitted().stream().mapToLong(BasketCoin::amount).sum();
    }

    @Test
    void answersWithinTheTransaction() {
        for (BasketTransaction question : questions()) {
            BasketAnswer answer = newManager().apply(question);

            boolean fits =
                    answer.fold(
                            instructions -> instructions.fits(question),
                            rejection -> !rejection.detail().isBlank());
            assertThat(fits).as("%s of %s", answer, question).isTrue();
        }
    }

    /** A manager that remembers, counts or draws lots answers differently after other questions. */
    @Test
    void givesTheSameAnswerWhateverItWasAskedBefore() {
        BasketManager manager = newManager();
        List<BasketTransaction> questions = questions();
        List<BasketAnswer> answers = questions.stream().map(manager::apply).toList();
        BasketManager other = newManager();
        for (int i = questions.size() - 1; i >= 0; i--) {
            BasketTransaction question = questions.get(i);
            assertThat(manager.apply(question)).isEqualTo(answers.get(i));
            assertThat(other.apply(question)).isEqualTo(answers.get(i));
            assertThat(other.ledgers(question.extended()))
                    .isEqualTo(manager.ledgers(question.extended()));
        }
    }

    @Test
    void leavesItsArgumentsAsTheyAre() {
        BasketManager manager = newManager();
        for (BasketTransaction question : questions()) {
            byte[] extended = question.extended().toBytes();

            manager.ledgers(question.extended());
            manager.apply(question);

            assertThat(question.extended().toBytes()).isEqualTo(extended);
        }
    }

    private BasketInstructions accepted(BasketTransaction example) {
        return newManager()
                .apply(example)
                .fold(
                        instructions -> instructions,
                        rejection -> {
                            throw new AssertionError("an example is refused: " + rejection);
                        });
    }

    private static BasketAnswer ask(
            BasketManager manager,
            ExtendedTransaction extended,
            BasketLedger ledger,
            List<Integer> live) {
        return manager.apply(new BasketTransaction(extended, ledger, live));
    }

    private List<ExtendedTransaction> transactions() {
        List<ExtendedTransaction> transactions =
                new ArrayList<>(examples().stream().map(BasketTransaction::extended).toList());
        HostileTransactions hostile = new HostileTransactions(SEED, List.copyOf(transactions));
        IntStream.range(0, HOSTILE).forEach(i -> transactions.add(hostile.next()));
        return transactions;
    }

    /** Every transaction in each ledger that it names, with no, all and some live inputs. */
    private List<BasketTransaction> questions() {
        List<BasketTransaction> questions = new ArrayList<>(examples());
        HostileTransactions choice = new HostileTransactions(SEED, List.of());
        BasketManager manager = newManager();
        for (ExtendedTransaction extended : transactions()) {
            List<BasketLedger> ledgers =
                    manager.ledgers(extended).stream().sorted(Comparator.naturalOrder()).toList();
            int inputs = extended.transaction().inputCount();
            for (BasketLedger ledger : ledgers) {
                questions.add(new BasketTransaction(extended, ledger, List.of()));
                questions.add(new BasketTransaction(extended, ledger, choice.someInputs(extended)));
                questions.add(
                        new BasketTransaction(
                                extended, ledger, IntStream.range(0, inputs).boxed().toList()));
            }
        }
        return questions;
    }
}
