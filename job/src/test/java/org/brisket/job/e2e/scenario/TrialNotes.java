package org.brisket.job.e2e.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.job.e2e.atomic.PublishedLedgers;
import org.brisket.job.local.summary.Check;
import org.brisket.job.local.summary.LedgerTruth;
import org.brisket.job.local.summary.NetworkEffects;
import org.brisket.job.local.summary.ScenarioEvidence;
import org.brisket.job.local.summary.Summary;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.OutputReader;
import org.brisket.job.local.traffic.OutputWatcher;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.job.local.traffic.SubmissionSender;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.scenario.ScenarioProgress;

/** What was sent in a trial, what came back, and what is wrong with that. */
final class TrialNotes {
    private final SuiteWorld world;
    private final Answers answers = new Answers();
    private final Records records = new Records();
    private final NetworkEffects effects = new NetworkEffects();
    private final NetworkOracle oracle;
    private final Set<Txid> postedBefore;

    TrialNotes(SuiteWorld world) {
        this.world = world;
        this.oracle = new NetworkOracle(world.book());
        this.postedBefore = world.book().postedTxids();
        world.book().addListener(effects);
    }

    /** Reads what the job writes from now on. */
    OutputWatcher watch() {
        OutputReader reader = new OutputReader(world.clients().kafka().topics(), answers, records);
        return new OutputWatcher(
                world.clients().committedReader(), world.clients().ends(reader.topics()), reader);
    }

    SubmissionSender sender() {
        return new SubmissionSender(world.clients().producer(), "beef-submissions", answers);
    }

    NetworkOracle oracle() {
        return oracle;
    }

    boolean hasAllResults() {
        return answers.tally().outstanding() == 0;
    }

    boolean isAdmitted(Txid txid) {
        return records.stands(txid).equals(Optional.of(true));
    }

    /** The subjects that were committed. */
    Set<Txid> decided() {
        Set<Txid> decided = new LinkedHashSet<>();
        answers.submissions().stream()
                .map(SentSubmission::txid)
                .flatMap(Optional::stream)
                .filter(records::isCommitted)
                .forEach(decided::add);
        return decided;
    }

    /** Those of which our records say otherwise than the network's book. */
    Set<Txid> differing() {
        return oracle.differing(decided(), records);
    }

    /** Those that a block holds although our records undo them. */
    Set<Txid> returned() {
        return oracle.returned(decided(), records);
    }

    /** Everything that is wrong once the network and we agree; empty if nothing is. */
    List<String> findings(ScenarioProgress progress, long restarts) throws IOException {
        List<String> findings = new ArrayList<>();
        summary(progress, restarts).checks().stream()
                .filter(each -> !each.ok())
                .map(Check::line)
                .forEach(findings::add);
        findings.addAll(
                new PublishedLedgers(
                                world.values("beef-admissions"), world.values("beef-rollbacks"))
                        .findings());
        return findings;
    }

    private Summary summary(ScenarioProgress progress, long restarts) {
        Set<Txid> posted = new HashSet<>(world.book().postedTxids());
        posted.removeAll(postedBefore);
        ScenarioEvidence scenario =
                new ScenarioEvidence(progress, world.network().callbackCounts());
        return Summary.of(
                new Summary.Evidence(
                        answers,
                        records,
                        effects,
                        posted,
                        restarts,
                        0,
                        true,
                        new LedgerTruth(world.book()),
                        Optional.of(scenario)));
    }

    /** The figures, on one line. */
    String figures() {
        var tally = answers.tally();
        return "%5d submitted: %d admitted, %d rejected, %d rolled back; on the network %s"
                .formatted(
                        tally.sent(),
                        tally.admitted(),
                        tally.rejected(),
                        tally.rolledBack(),
                        oracle.fates(decided()));
    }

    /** What is open, some of each kind. */
    List<String> open() {
        List<String> lines = new ArrayList<>();
        answers.unanswered(5).forEach(each -> lines.add("no result for " + each));
        differing().stream().limit(5).forEach(txid -> lines.add(oracle.describe(txid, records)));
        return lines;
    }
}
