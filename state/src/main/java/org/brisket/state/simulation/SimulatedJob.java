package org.brisket.state.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.coordination.Coordinator;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.tracking.BestChain;
import org.brisket.state.tracking.Finality;
import org.brisket.state.tracking.PollSchedule;
import org.brisket.state.tracking.Tracker;
import org.brisket.state.tracking.TrackingSettings;

/** The job's steps on its state, and its checkpoints. Whatever it does is one event. */
final class SimulatedJob {
    static final long DEADLINE = 100;
    private static final Finality FINALITY = new Finality(1, DEADLINE);
    private static final OptionalLong BURIED_TIP = OptionalLong.of(Integer.MAX_VALUE);

    private final Workload workload;
    private final SimulatedNetwork network;
    private final SplittableRandom lot;
    private final Mutator mutator;
    private final LedgerSteps ledgers;
    final Published published = new Published();
    private JobState state;
    private JobState checkpoint;
    private PollSchedule polls = new PollSchedule(DEADLINE / 10);
    private long now = 1;
    private long fingerprint;

    SimulatedJob(
            Workload workload, SimulatedNetwork network, SplittableRandom lot, Mutator mutator) {
        this.workload = workload;
        this.network = network;
        this.lot = lot;
        this.mutator = mutator;
        this.ledgers = new LedgerSteps(mutator, ledger -> state.wakeUps.add(ledger));
        this.state = new JobState(workload.transactions());
        this.checkpoint = new JobState(workload.transactions());
    }

    JobState state() {
        return state;
    }

    /** Reads a submission; false if there are only so many and all are read. */
    boolean read(int limit) {
        if (state.nextSubmission >= limit) {
            return false;
        }
        SimulatedSubmission submission = workload.at(state.nextSubmission++);
        for (int i = 0; i < submission.ledgers().size(); i++) {
            send("proposal", "source", submission.ledgers().get(i), submission, i);
        }
        return true;
    }

    private void send(
            String kind, String from, String to, SimulatedSubmission submission, int ledger) {
        state.channels.send(kind, from, to, new Message.Proposed(submission.proposal(ledger)));
    }

    /** Reads a committed decision back, for the tracker and for the network. */
    boolean readDecision() {
        if (state.nextDecision == published.decisions.size()) {
            return false;
        }
        Decision decision = published.decisions.get(state.nextDecision++);
        Txid txid = decision.txid();
        if (decision instanceof Decision.Poll poll) {
            state.channels.send("ask", "log", lot.nextInt(4), new Message.Asked(poll));
            return true;
        }
        state.channels.send("decision", "log", txid, new Message.Decided(decision));
        if (decision instanceof Decision.Commit commit && !commit.transactions().isEmpty()) {
            List<Txid> posted = new ArrayList<>(commit.alongside());
            posted.add(txid);
            int endpoint = lot.nextInt(4);
            posted.forEach(
                    t -> state.channels.send("post", "log", endpoint, new Message.Posted(t)));
        }
        return true;
    }

    boolean readNews() {
        if (state.nextNews == published.news.size()) {
            return false;
        }
        var news = published.news.get(state.nextNews++);
        state.channels.send("news", "log", news.txid(), new Message.Heard(news));
        return true;
    }

    /** Takes one message of any channel, or calls a ledger again that asked for it. */
    boolean step() {
        if (isTimeToWakeUp()) {
            wakeUp();
            return true;
        }
        if (state.channels.isEmpty()) {
            return false;
        }
        now++;
        Message message = state.channels.take(lot);
        deliver(message);
        fingerprint = 31 * fingerprint + message.txid().hashCode() + now;
        return true;
    }

    private boolean isTimeToWakeUp() {
        return !state.wakeUps.isEmpty() && (state.channels.isEmpty() || lot.nextInt(4) == 0);
    }

    private void wakeUp() {
        now++;
        String id = state.wakeUps.first();
        state.wakeUps.remove(id);
        fingerprint = 31 * fingerprint + id.hashCode() + now;
        vote(id, ledgers.goOn(id, state.ledger(id)));
    }

    /** What the last step was about and did. */
    long fingerprint() {
        return fingerprint;
    }

    private void deliver(Message message) {
        if (message instanceof Message.Proposed proposed) {
            String id = proposed.proposal().ledger();
            fingerprint += state.ledger(id).position().digest().word0();
            vote(id, ledgers.propose(proposed.proposal(), state.ledger(id)));
        } else if (message instanceof Message.Voted voted) {
            new Coordinator(state.ballots(message.txid()), published::prepare)
                    .handle(voted.message());
        } else if (message instanceof Message.Decided decided) {
            tracker(message.txid()).decide(decided.decision(), now);
        } else if (message instanceof Message.Posted posted) {
            Message heard = new Message.Heard(network.post(posted.txid()));
            state.channels.send("answer", "network", posted.txid(), heard);
        } else if (message instanceof Message.Asked asked) {
            Message heard = new Message.Heard(network.answer(asked.poll()));
            state.channels.send("status", "network", asked.txid(), heard);
        } else if (message instanceof Message.Heard heard) {
            tracker(message.txid()).observe(heard.observation(), now);
        } else if (message instanceof Message.Ordered ordered) {
            String id = ordered.order().ledger();
            vote(id, ledgers.order(ordered.order(), state.ledger(id)));
        }
    }

    private void vote(String ledger, List<LedgerMessage> messages) {
        for (LedgerMessage message : messages) {
            state.channels.send("vote", ledger, message.txid(), new Message.Voted(message));
        }
    }

    private Tracker tracker(Txid txid) {
        return tracker(txid, OptionalLong.empty());
    }

    private Tracker tracker(Txid txid, OptionalLong tipHeight) {
        return new Tracker(
                state.tracker(txid),
                new SimulatedEffects(published, mutator, this::order),
                new TrackingSettings(DEADLINE, FINALITY, polls),
                BestChain.withTip(tipHeight));
    }

    private void order(LedgerOrder order) {
        if (!mutator.loses(order)) {
            state.channels.send("order", order.txid(), order.ledger(), new Message.Ordered(order));
        }
    }

    /** Lets every deadline pass. */
    void passDeadlines() {
        now += 10 * DEADLINE;
        state.trackers.keySet().forEach(txid -> tracker(txid).remind(txid, now));
    }

    /** Nobody is asked any more; what is doubtful is decided by what is known. */
    void stopAsking() {
        polls = PollSchedule.NEVER;
    }

    void mine() {
        network.mine().ifPresent(published.news::add);
    }

    /** The tracker of a mined transaction hears that its block is buried. */
    void finish() {
        network.anyMined()
                .filter(state::isMined)
                .ifPresent(txid -> tracker(txid, BURIED_TIP).remind(txid, Long.MAX_VALUE));
    }

    /** A checkpoint completes: what was written so far is there, and a crash comes back to here. */
    void checkpoint() {
        checkpoint = state.copy();
        published.commit();
    }

    void crash() {
        published.abort();
        state = checkpoint.copy();
    }
}
