package org.brisket.bench.speed;

import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.CostMeter;
import org.brisket.protocol.script.InputSpend;
import org.brisket.protocol.script.Interpreter;
import org.brisket.protocol.script.OutputEra;
import org.brisket.protocol.script.ScriptRules;
import org.brisket.protocol.script.ScriptVerdict;
import org.brisket.protocol.script.SignatureDigests;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.transaction.Transaction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What Brisket does with a BEEF, in parts and as a whole. */
@State(Scope.Thread)
public class ProtocolBenchmark {
    private static final ChainTip TIP = new ChainTip(2_000_000, 1_800_000_000);
    private static final ScriptRules RULES = new ScriptRules(true, OutputEra.POST_CHRONICLE, 1);

    private final SpvVerifier verifier =
            new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.ALWAYS, Secp256k1.best());
    private final Interpreter interpreter = new Interpreter(Secp256k1.best());

    @Benchmark
    public Beef parse(Specimens specimens, CpuCounters counters) throws MalformedException {
        return Beef.parse(specimens.next(counters).beef(), BeefLimits.DEFAULT);
    }

    /** Parsing, all txids, and how the parts refer to each other. */
    @Benchmark
    public BeefGraph graph(Specimens specimens, CpuCounters counters) throws MalformedException {
        return Beef.parse(specimens.next(counters).beef(), BeefLimits.DEFAULT).graph();
    }

    /** The subject's txid from its bytes. */
    @Benchmark
    public Txid txid(Specimens specimens, CpuCounters counters) throws MalformedException {
        byte[] bytes = specimens.next(counters).rawSubject();
        return Transaction.parse(bytes).txid();
    }

    /** The roots of all proofs; parsing and txids are in it. */
    @Benchmark
    public void roots(Specimens specimens, CpuCounters counters, Blackhole blackhole)
            throws MalformedException {
        Beef beef = Beef.parse(specimens.next(counters).beef(), BeefLimits.DEFAULT);
        for (BeefEntry entry : beef.entries()) {
            if (entry instanceof BeefEntry.Proven proven) {
                blackhole.consume(beef.bumps().get(proven.bump()).rootOf(proven.txid()));
            }
        }
    }

    /** The scripts of the subject's inputs, their digests included. */
    @Benchmark
    public void scripts(Specimens specimens, CpuCounters counters) {
        Specimen specimen = specimens.next(counters);
        Transaction subject = specimen.subject().transaction();
        SignatureDigests digests = new SignatureDigests(subject);
        CostMeter meter = new CostMeter(Limits.DEFAULT, 0);
        for (int input = 0; input < subject.inputCount(); input++) {
            var source = specimen.subject().sourceOutputs().get(input);
            ScriptVerdict verdict =
                    interpreter.verify(new InputSpend(digests, input, source, RULES), meter);
            require(verdict.isValid(), verdict);
        }
    }

    /** Bytes to verdict; the roots are taken as known. */
    @Benchmark
    public SpvVerdict verify(Specimens specimens, CpuCounters counters) throws MalformedException {
        byte[] bytes = specimens.next(counters).beef();
        BeefGraph graph = Beef.parse(bytes, BeefLimits.DEFAULT).graph();
        RequiredRoots roots = verifier.requiredRoots(graph);
        require(roots instanceof RequiredRoots.Roots, roots);
        SpvVerdict verdict = verifier.verify(graph, TIP, VerifiedTransactions.NONE);
        require(verdict instanceof SpvVerdict.Accepted, verdict);
        return verdict;
    }

    @Benchmark
    public byte[] encode(Specimens specimens, CpuCounters counters) {
        return specimens.next(counters).subject().toBytes();
    }

    private static void require(boolean right, Object outcome) {
        if (!right) {
            throw new IllegalStateException("the workload is valid, but: " + outcome);
        }
    }
}
