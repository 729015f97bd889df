package org.brisket.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Skips what is not applicable, and counts by file what ran, passed and was skipped. */
final class VectorCounts implements InvocationInterceptor {
    private static final Namespace NAMESPACE = Namespace.create(VectorCounts.class);

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> invoked,
            ExtensionContext context)
            throws Throwable {
        String file = invoked.getExecutable().getAnnotation(VectorTest.class).value();
        String id = VectorArguments.id((JsonNode) invoked.getArguments().get(0));
        Row row = table(context).rows.computeIfAbsent(file, key -> new Row());
        Optional<String> reason = NotApplicable.reason(file, id);
        if (reason.isPresent()) {
            invocation.skip();
            row.notApplicable.incrementAndGet();
            throw new TestAbortedException("not applicable: " + reason.get());
        }
        row.ran.incrementAndGet();
        invocation.proceed();
        row.passed.incrementAndGet();
    }

    static void noteAbsent(String file, ExtensionContext context) {
        table(context).absent.add(file);
    }

    private static Table table(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("table", key -> new Table(), Table.class);
    }

    private static final class Row {
        private final AtomicInteger ran = new AtomicInteger();
        private final AtomicInteger passed = new AtomicInteger();
        private final AtomicInteger notApplicable = new AtomicInteger();
    }

    /** Printed, and written beside the test report, when all tests of the run are over. */
    private static final class Table implements CloseableResource {
        private static final Path FILE = Path.of("target", "vectors.txt");
        private final Map<String, Row> rows = new ConcurrentSkipListMap<>();
        private final Set<String> absent = new ConcurrentSkipListSet<>();

        @Override
        public void close() {
            StringBuilder text = new StringBuilder();
            text.append(String.format("%-62s %6s %6s %6s%n", "vectors", "ran", "passed", "n/a"));
            rows.forEach(
                    (file, row) ->
                            text.append(
                                    String.format(
                                            "%-62s %6s %6s %6s%n",
                                            file, row.ran, row.passed, row.notApplicable)));
            absent.forEach(
                    file -> text.append(file).append(": there is no such file%n".formatted()));
            System.out.print(text);
            try {
                Files.createDirectories(FILE.getParent());
                Files.writeString(FILE, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
