package org.brisket.protocol.overlay.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.advert.ServiceNames;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;
import org.junit.jupiter.api.Test;

/**
 * What every topic manager has to do. Extend it in the tests of your plug-in, and add this
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
public abstract class TopicManagerContract {
    private static final int HOSTILE = 500;
    private static final long SEED = 22;

    /** A new instance, made as {@link java.util.ServiceLoader} makes it. */
    protected abstract TopicManager newManager();

    /** Transactions of which the manager admits at least one output each. */
    protected abstract List<TopicTransaction> examples();

    @Test
    void isNamedAndDescribed() {
        TopicManager manager = newManager();

        assertThat(ServiceNames.isTopic(manager.topic())).as(manager.topic()).isTrue();
        assertThat(newManager().topic()).isEqualTo(manager.topic());
        assertThat(manager.documentation()).isNotBlank();
    }

    @Test
    void admitsSomethingOfEveryExample() {
        assertThat(examples()).isNotEmpty();
        for (TopicTransaction example : examples()) {
            assertThat(newManager().identifyAdmissibleOutputs(example).outputsToAdmit())
                    .as("example %d", examples().indexOf(example))
                    .isNotEmpty();
        }
    }

    @Test
    void answersWithinTheTransaction() {
        TopicManager manager = newManager();
        for (TopicTransaction transaction : transactions()) {
            AdmittanceInstructions answer = manager.identifyAdmissibleOutputs(transaction);

            assertThat(answer).isNotNull();
            assertThat(answer.fits(transaction)).as("%s of %s", answer, transaction).isTrue();
            assertThat(answer.outputsToAdmit()).isSorted().doesNotHaveDuplicates();
            assertThat(answer.coinsToRetain()).isSorted().doesNotHaveDuplicates();
        }
    }

    /** A manager that remembers, counts or draws lots answers differently after other questions. */
    @Test
    void givesTheSameAnswerWhateverItWasAskedBefore() {
        TopicManager manager = newManager();
        List<TopicTransaction> transactions = transactions();
        List<AdmittanceInstructions> answers = new ArrayList<>();
        transactions.forEach(each -> answers.add(manager.identifyAdmissibleOutputs(each)));
        TopicManager other = newManager();
        for (int i = transactions.size() - 1; i >= 0; i--) {
            TopicTransaction transaction = transactions.get(i);
            assertThat(manager.identifyAdmissibleOutputs(transaction)).isEqualTo(answers.get(i));
            assertThat(other.identifyAdmissibleOutputs(transaction)).isEqualTo(answers.get(i));
        }
    }

    @Test
    void leavesItsArgumentsAsTheyAre() {
        TopicManager manager = newManager();
        for (TopicTransaction transaction : transactions()) {
            byte[] extended = transaction.extended().toBytes();
            byte[] values = transaction.offChainValues().toByteArray();

            manager.identifyAdmissibleOutputs(transaction);

            assertThat(transaction.extended().toBytes()).isEqualTo(extended);
            assertThat(transaction.offChainValues().toByteArray()).isEqualTo(values);
        }
    }

    /** The same arguments may come as parts of a larger array. */
    @Test
    void readsOnlyWhatItIsGiven() {
        for (TopicTransaction transaction : transactions()) {
            byte[] wide = new byte[transaction.offChainValues().length() + 9];
            System.arraycopy(
                    transaction.offChainValues().toByteArray(), 0, wide, 4, wide.length - 9);
            TopicTransaction same =
                    new TopicTransaction(
                            transaction.extended(),
                            transaction.previousCoins(),
                            ByteSlice.of(wide, 4, wide.length - 9));

            assertThat(newManager().identifyAdmissibleOutputs(same))
                    .isEqualTo(newManager().identifyAdmissibleOutputs(transaction));
        }
    }

    private List<TopicTransaction> transactions() {
        List<TopicTransaction> transactions = new ArrayList<>(examples());
        HostileTransactions hostile =
                new HostileTransactions(
                        SEED, examples().stream().map(TopicTransaction::extended).toList());
        for (int i = 0; i < HOSTILE; i++) {
            var extended = hostile.next();
            transactions.add(
                    new TopicTransaction(
                            extended, hostile.someInputs(extended), hostile.someBytes()));
        }
        return transactions;
    }
}
