package org.brisket.operators.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.output.ExampleOutput.RECORDS;
import static org.brisket.operators.output.ExampleOutput.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.submission.Refusal;
import org.brisket.state.tracking.SubmissionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The values of the public topics, to the letter: consumers parse them. {@code
 * -Dbrisket.golden.write=DIR} writes the files of this build there.
 */
class OutputRecordsTest {
    private static final Optional<String> WRITE =
            Optional.ofNullable(System.getProperty("brisket.golden.write"));

    static Set<String> names() {
        return ExampleOutput.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void writesTheGoldenJson(String name) throws IOException {
        String written = text(ExampleOutput.all().get(name).value());
        if (WRITE.isPresent()) {
            Files.writeString(Path.of(WRITE.get(), name + ".json"), written + "\n");
        }
        try (InputStream golden = getClass().getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(golden).as("golden file of %s", name).isNotNull();
            assertThat(written)
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void keysResultsByTheSubmissionIdAndTheOthersByTheTxid() {
        OutboundRecord result = ExampleOutput.all().get("result-admitted");
        OutboundRecord admission = ExampleOutput.all().get("admission");
        OutboundRecord rollback = ExampleOutput.all().get("rollback");

        assertThat(result.topic()).isEqualTo("beef-results");
        assertThat(text(result.key())).isEqualTo("mine");
        assertThat(admission.topic()).isEqualTo("beef-admissions");
        assertThat(text(admission.key())).isEqualTo(ExampleOutput.TXID.toString());
        assertThat(rollback.topic()).isEqualTo("beef-rollbacks");
        assertThat(text(rollback.key())).isEqualTo(ExampleOutput.TXID.toString());
    }

    @Test
    void keepsADeadLetterByteForByteAndAddsWhy() {
        Refusal refusal = ExampleOutput.refusal();
        OutboundRecord letter = RECORDS.deadLetter(SubmissionResult.of(refusal), refusal.source());

        assertThat(letter.topic()).isEqualTo("beef-rejections");
        assertThat(letter.key()).isSameAs(refusal.source().key());
        assertThat(letter.value()).isSameAs(refusal.source().value());
        assertThat(letter.headers().stream().map(h -> h.name() + "=" + h.text()))
                .containsExactly(
                        "x-topics=tm_any",
                        "brisket-reason-code=MALFORMED_BEEF",
                        "brisket-reason-category=MALFORMED",
                        "brisket-reason-retryable=false",
                        "brisket-reason-detail=cut \u2026 off",
                        "brisket-reason-submission-id=mine",
                        "brisket-reason-source=beef-submissions-0-7");
    }

    @Test
    void answersARefusedSubmissionAndKeepsItAsADeadLetter() {
        List<OutboundRecord> records = new ArrayList<>();
        PublishRefusals step = new PublishRefusals(ExampleOutput.TOPICS);
        MeteredContext context = new MeteredContext();
        step.setRuntimeContext(context);
        step.open(DefaultOpenContext.INSTANCE);
        step.flatMap(ExampleOutput.refusal(), new ListCollector<>(records));

        assertThat(records)
                .extracting(OutboundRecord::topic)
                .containsExactly("beef-results", "beef-rejections");
        assertThat(records.get(0).value())
                .isEqualTo(ExampleOutput.all().get("result-refused").value());
        RejectionReason reason = ExampleOutput.refusal().rejection().reason();
        assertThat(context.counter(Metric.RESULTS, "rejected")).isEqualTo(1);
        assertThat(context.counter(Metric.REFUSALS, reason.category().name(), reason.name()))
                .isEqualTo(1);
        assertThat(context.histogram(Metric.PROCESSING_MILLIS).getCount()).isEqualTo(1);
    }

    @Test
    void refusesAnAnswerThatNoBrokerWouldTake() {
        String huge = "x".repeat(1_000_000);
        OutboundRecord answer = ExampleOutput.RECORDS.answer(new StateAnswer.Refused("q", huge));

        assertThat(ExampleOutput.text(answer.value()))
                .contains("\"id\":\"q\"", "the limit is 900000; ask for less");
    }
}
