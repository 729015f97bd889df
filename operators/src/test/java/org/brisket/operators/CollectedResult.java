package org.brisket.operators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;

/** What an asynchronous step completed with. */
public final class CollectedResult<T> implements ResultFuture<T> {
    public final List<T> values = new ArrayList<>();
    public final List<Throwable> failures = new ArrayList<>();

    @Override
    public void complete(Collection<T> result) {
        values.addAll(result);
    }

    @Override
    public void completeExceptionally(Throwable error) {
        failures.add(error);
    }

    @Override
    public void complete(CollectionSupplier<T> supplier) {
        try {
            values.addAll(supplier.get());
        } catch (Exception e) {
            failures.add(e);
        }
    }

    /** The one value that it completed with. */
    public T value() {
        if (values.size() != 1 || !failures.isEmpty()) {
            throw new AssertionError("expected one value, not " + values + " and " + failures);
        }
        return values.get(0);
    }
}
