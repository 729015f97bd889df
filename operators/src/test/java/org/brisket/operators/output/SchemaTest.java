package org.brisket.operators.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.SubmissionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas describe what is written, and nothing else. */
class SchemaTest {
    private static final Path FILES = Path.of("..", "docs", "schemas");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonSchema schema(String topic) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(FILES.resolve(topic + ".schema.json").toUri());
    }

    private static List<String> problems(String topic, JsonNode value) {
        List<String> problems = new ArrayList<>();
        schema(topic).validate(value).forEach(problem -> problems.add(problem.toString()));
        return problems;
    }

    private static ObjectNode value(String example) throws IOException {
        return (ObjectNode) JSON.readTree(ExampleOutput.all().get(example).value());
    }

    static Set<Map.Entry<String, OutboundRecord>> examples() {
        return ExampleOutput.all().entrySet();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void describesWhatIsWritten(Map.Entry<String, OutboundRecord> example) throws IOException {
        OutboundRecord record = example.getValue();

        assertThat(problems(record.topic(), JSON.readTree(record.value()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesFieldsThatItDoesNotKnow(Map.Entry<String, OutboundRecord> example)
            throws IOException {
        OutboundRecord record = example.getValue();
        ObjectNode value = (ObjectNode) JSON.readTree(record.value());
        value.put("unknown", 1);

        assertThat(problems(record.topic(), value)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submissionId", "status", "txid", "steak", "phase", "source"})
    void requiresTheFieldsOfAnAdmittedResult(String field) throws IOException {
        ObjectNode value = value("result-admitted");
        value.remove(field);

        assertThat(problems("beef-results", value)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason", "detail", "retryable"})
    void requiresTheReasonOfARejectedResult(String field) throws IOException {
        ObjectNode value = value("result-rejected");
        value.remove(field);

        assertThat(problems("beef-results", value)).isNotEmpty();
    }

    @Test
    void givesADigestOnlyTogetherWithTheSequence() throws IOException {
        ObjectNode value = value("admission");
        ObjectNode ledger = (ObjectNode) value.path("ledgers").elements().next();
        ledger.remove("sequence");
        assertThat(problems("beef-admissions", value)).isNotEmpty();

        ledger.remove("digest");
        assertThat(problems("beef-admissions", value)).isEmpty();
    }

    @Test
    void refusesAnAdmittedResultWithAReason() throws IOException {
        ObjectNode value = value("result-admitted");
        value.put("reason", "MALFORMED_BEEF");

        assertThat(problems("beef-results", value)).isNotEmpty();
    }

    @Test
    void refusesBasketsOfARejectedResult() throws IOException {
        ObjectNode value = value("result-rejected");
        value.set("baskets", value("result-of-baskets").path("baskets"));

        assertThat(problems("beef-results", value)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tm_a", "stock", "BASKET:inventory/stock", "inventory/stock:a b"})
    void refusesBasketsThatNoLedgerHas(String name) throws IOException {
        ObjectNode value = value("result-of-baskets");
        ObjectNode baskets = (ObjectNode) value.path("baskets");
        baskets.set(name, baskets.path("inventory/stock"));

        assertThat(problems("beef-results", value)).isNotEmpty();
    }

    @Test
    void listsEveryWordThatMayBeWritten() throws IOException {
        JsonNode parts = JSON.readTree(FILES.resolve("parts.schema.json").toFile()).path("$defs");
        JsonNode results = JSON.readTree(FILES.resolve("beef-results.schema.json").toFile());

        assertThat(names(RejectionReason.values()))
                .allMatch(name -> name.matches(parts.path("reason").path("pattern").asText()));
        assertThat(words(parts.path("phase")))
                .isEqualTo(Arrays.stream(Phase.values()).map(Phase::text).toList());
        assertThat(words(parts.path("endpoints").path("items").path("properties").path("answer")))
                .isEqualTo(names(AnswerKind.values()));
        assertThat(words(results.path("properties").path("status")))
                .isEqualTo(
                        Arrays.stream(SubmissionResult.Status.values())
                                .map(SubmissionResult.Status::text)
                                .toList());
    }

    @Test
    void tellsOfEveryCoinWhatItIsWorthOrNothing() throws IOException {
        ObjectNode value = value("answer-coins");
        ObjectNode coin = (ObjectNode) value.path("coins").get(1);
        coin.remove("amount");

        assertThat(problems("state-answers", value)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "query", "ledger", "sequence", "digest", "coins"})
    void requiresTheFieldsOfAPageOfCoins(String field) throws IOException {
        ObjectNode value = value("answer-coins");
        value.remove(field);

        assertThat(problems("state-answers", value)).isNotEmpty();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private static List<String> words(JsonNode definition) {
        List<String> words = new ArrayList<>();
        definition.path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }
}
