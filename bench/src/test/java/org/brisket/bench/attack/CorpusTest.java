package org.brisket.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack gets its verdict within the metered budget, whatever the machine's speed. */
class CorpusTest {
    /** Garbage included: what a whole budget of the cheapest allocating opcode churns through. */
    private static final long MOST_BYTES_EVER_ALLOCATED = 2L << 30;

    private static final int LARGEST_FILE = 10_000_000;

    static Stream<Arguments> cases() {
        List<AttackCase> cases = Corpus.cases();
        return IntStream.range(0, cases.size()).mapToObj(i -> Arguments.of(cases.get(i).name(), i));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void endsInItsVerdictWithinTheBudget(String name, int number) {
        AttackFile file = AttackFile.forge(Corpus.cases().get(number), number);
        assertThat(file.bytes().length)
                .as("a case within the record limit")
                .isLessThan(LARGEST_FILE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Judgement judgement = new Judge(Limits.DEFAULT).judge(file.bytes(), file.headers());

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        String expected = file.attack().expectedVerdict();
        assertThat(judgement.verdict()).as(judgement.detail()).isEqualTo(expected);
        assertThat(judgement.cost()).isLessThanOrEqualTo(Limits.DEFAULT.of(Limit.COST));
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_BYTES_EVER_ALLOCATED);
    }

    @Test
    void namesEachCaseOnce() {
        Set<String> names = new HashSet<>();
        for (AttackCase attack : Corpus.cases()) {
            assertThat(names.add(attack.name())).as(attack.name()).isTrue();
        }
    }

    @Test
    void forgesTheSameBytesEachTime() {
        for (int number : Corpus.numbers("ladder")) {
            AttackCase attack = Corpus.cases().get(number);
            assertThat(AttackFile.forge(attack, number).bytes())
                    .isEqualTo(AttackFile.forge(attack, number).bytes());
        }
    }
}
