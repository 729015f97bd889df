package org.brisket.state.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/** The transaction of the current key in Flink's keyed state. State names are permanent. */
public final class FlinkTrackingStore implements TrackingStore {
    private static final Comparator<WaitingSubmission> BY_POSITION =
            Comparator.<WaitingSubmission, String>comparing(w -> w.ticket().position().topic())
                    .thenComparing(w -> w.ticket().position().partition())
                    .thenComparing(w -> w.ticket().position().offset());

    private final ValueState<TrackedTransaction> transaction;
    private final ListState<NetworkObservation> earlyAnswers;
    private final ListState<WaitingSubmission> waiting;
    private final ListState<byte[]> kept;

    public FlinkTrackingStore(RuntimeContext context) {
        transaction = context.getState(transactions());
        earlyAnswers =
                context.getListState(
                        new ListStateDescriptor<>(
                                "early-answers", new NetworkObservationCodec().typeInfo()));
        waiting =
                context.getListState(
                        new ListStateDescriptor<>(
                                "waiting-submissions", new WaitingSubmissionCodec().typeInfo()));
        kept =
                context.getListState(
                        new ListStateDescriptor<>(
                                "transactions-to-post-again",
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /** The transactions of all keys, to walk over. */
    public static ValueStateDescriptor<TrackedTransaction> transactions() {
        return new ValueStateDescriptor<>(
                "tracked-transaction", new TrackedTransactionCodec().typeInfo());
    }

    @Override
    public Optional<TrackedTransaction> transaction() {
        try {
            return Optional.ofNullable(transaction.value());
        } catch (IOException e) {
            throw new IllegalStateException("the tracked transaction cannot be read", e);
        }
    }

    @Override
    public void put(TrackedTransaction next) {
        try {
            transaction.update(next);
        } catch (IOException e) {
            throw new IllegalStateException("the tracked transaction cannot be written", e);
        }
    }

    @Override
    public void keepEarlyAnswer(NetworkObservation.Answered answer) {
        try {
            earlyAnswers.add(answer);
        } catch (Exception e) {
            throw new IllegalStateException("an early answer cannot be written", e);
        }
    }

    @Override
    public Optional<NetworkObservation.Answered> takeEarlyAnswer() {
        try {
            List<NetworkObservation> kept = new ArrayList<>();
            earlyAnswers.get().forEach(kept::add);
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            earlyAnswers.update(kept.subList(1, kept.size()));
            return Optional.of((NetworkObservation.Answered) kept.get(0));
        } catch (Exception e) {
            throw new IllegalStateException("the early answers cannot be read", e);
        }
    }

    @Override
    public void addWaiting(WaitingSubmission submission) {
        try {
            waiting.add(submission);
        } catch (Exception e) {
            throw new IllegalStateException("a waiting submission cannot be written", e);
        }
    }

    @Override
    public List<WaitingSubmission> takeWaiting() {
        try {
            List<WaitingSubmission> all = new ArrayList<>();
            waiting.get().forEach(all::add);
            waiting.clear();
            all.sort(BY_POSITION);
            return all;
        } catch (Exception e) {
            throw new IllegalStateException("the waiting submissions cannot be read", e);
        }
    }

    @Override
    public void keepTransactions(List<byte[]> transactions) {
        try {
            kept.update(transactions);
        } catch (Exception e) {
            throw new IllegalStateException("transactions to post again cannot be written", e);
        }
    }

    @Override
    public List<byte[]> keptTransactions() {
        try {
            List<byte[]> all = new ArrayList<>();
            kept.get().forEach(all::add);
            return all;
        } catch (Exception e) {
            throw new IllegalStateException("transactions to post again cannot be read", e);
        }
    }

    @Override
    public void forgetTransactions() {
        kept.clear();
    }
}
