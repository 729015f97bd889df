package org.brisket.protocol.overlay.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.brisket.protocol.overlay.AdmittanceInstructions;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicTransaction;
import org.junit.jupiter.api.Test;

/** The contract catches the managers that break it. */
class TopicManagerContractTest {
    private record Rules(String topic, Function<TopicTransaction, AdmittanceInstructions> rules)
            implements TopicManager {
        @Override
        public AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction) {
            return rules.apply(transaction);
        }

        @Override
        public String documentation() {
            return "for tests";
        }
    }

    private static TopicManagerContract contract(Supplier<TopicManager> managers) {
        return new TopicManagerContract() {
            @Override
            protected TopicManager newManager() {
                return managers.get();
            }

            @Override
            protected List<TopicTransaction> examples() {
                return List.of(new SampleTransaction().output(new byte[] {0x51}).forTopic());
            }
        };
    }

    private static TopicManagerContract contract(
            Function<TopicTransaction, AdmittanceInstructions> rules) {
        return contract(() -> new Rules("tm_rules", rules));
    }

    private static AdmittanceInstructions admit(int... outputs) {
        return AdmittanceInstructions.admit(Arrays.stream(outputs).boxed().toList());
    }

    @Test
    void catchesNamesThatAreNone() {
        assertFails(contract(() -> new Rules("TM_RULES", any -> admit(0)))::isNamedAndDescribed);
    }

    @Test
    void catchesManagersThatAdmitNothing() {
        assertFails(contract(any -> admit())::admitsSomethingOfEveryExample);
    }

    @Test
    void catchesOutputsThatDoNotExist() {
        assertFails(contract(any -> admit(5))::answersWithinTheTransaction);
        assertFails(contract(any -> null)::answersWithinTheTransaction);
    }

    @Test
    void catchesCoinsThatAreNotSpent() {
        assertFails(
                contract(any -> new AdmittanceInstructions(List.of(0), List.of(0)))
                        ::answersWithinTheTransaction);
    }

    @Test
    void catchesManagersThatThrow() {
        assertThatThrownBy(
                        contract(
                                        transaction ->
                                                admit(
                                                        transaction
                                                                        .extended()
                                                                        .transaction()
                                                                        .lockingScript(0)
                                                                        .at(30)
                                                                & 0))
                                ::answersWithinTheTransaction)
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void catchesManagersThatCount() {
        AtomicInteger calls = new AtomicInteger();
        assertFails(
                contract(any -> calls.incrementAndGet() > 100 ? admit() : admit(0))
                        ::givesTheSameAnswerWhateverItWasAskedBefore);
    }

    @Test
    void catchesManagersThatWrite() {
        assertFails(
                contract(
                                transaction -> {
                                    transaction.extended().transaction().bytes().array()[0]++;
                                    return admit(0);
                                })
                        ::leavesItsArgumentsAsTheyAre);
    }

    private static void assertFails(ThrowingCallable test) {
        assertThatThrownBy(test).isInstanceOf(AssertionError.class);
    }
}
