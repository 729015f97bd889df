package org.brisket.bench.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.state.DefaultOperatorStateBackendBuilder;
import org.apache.flink.runtime.state.OperatorStateBackend;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.HeaderIndex;
import org.brisket.state.header.OwnAnswer;
import org.brisket.state.header.OwnHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One root against 10,000 headers in the broadcast state that the job uses, at random heights and
 * with a root object of its own each time, as a parsed proof brings one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeaderBenchmark {
    private static final int HEADERS = 10_000;
    private static final long LOWEST = 900_000;
    private static final int QUESTIONS = 1 << 14;

    private final List<RootQuery> known = new ArrayList<>();
    private final List<RootQuery> wrong = new ArrayList<>();
    private OwnHeaders own;
    private int next;

    @Setup
    public void fill() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        List<MerkleRoot> roots = new ArrayList<>();
        for (int i = 0; i < HEADERS; i++) {
            roots.add(root(random));
        }
        own = new OwnHeaders(index());
        ChainView view = new ChainView(LOWEST, LOWEST + HEADERS - 1, 1_700_000_000, true);
        own.apply(new ChainUpdate(LOWEST, roots, view, Optional.empty()));
        for (int i = 0; i < QUESTIONS; i++) {
            int index = random.nextInt(HEADERS - 10);
            MerkleRoot copy = MerkleRoot.fromInternal(roots.get(index).toInternal());
            known.add(new RootQuery(LOWEST + index, copy));
            wrong.add(new RootQuery(LOWEST + index, root(random)));
        }
    }

    private static MerkleRoot root(SplittableRandom random) {
        return new MerkleRoot(
                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** As Flink makes it for the operators of the job. */
    private static HeaderIndex index() throws Exception {
        OperatorStateBackend states =
                new DefaultOperatorStateBackendBuilder(
                                HeaderBenchmark.class.getClassLoader(),
                                new ExecutionConfig(),
                                true,
                                List.of(),
                                new CloseableRegistry())
                        .build();
        return new FlinkHeaderIndex(
                states.getBroadcastState(FlinkHeaderIndex.roots()),
                states.getBroadcastState(FlinkHeaderIndex.views()));
    }

    @Benchmark
    public OwnAnswer knownRoot() {
        return ask(known, OwnAnswer.TRUE);
    }

    @Benchmark
    public OwnAnswer wrongRoot() {
        return ask(wrong, OwnAnswer.FALSE);
    }

    private OwnAnswer ask(List<RootQuery> questions, OwnAnswer expected) {
        next = (next + 1) & (QUESTIONS - 1);
        OwnAnswer answer = own.answer(questions.get(next));
        if (answer != expected) {
            throw new IllegalStateException(answer + " to question " + next + ", not " + expected);
        }
        return answer;
    }
}
