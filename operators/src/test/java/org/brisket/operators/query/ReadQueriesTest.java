package org.brisket.operators.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.submission.OutboundRecordCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadQueriesTest {
    private static final OutputTopics TOPICS = new OutputTopics("", "", "", "", "", "answers", "");

    private OneInputStreamOperatorTestHarness<KafkaRecord, OutboundRecord> harness;

    @BeforeEach
    void open() throws Exception {
        harness = Harnesses.process(new ReadQueries(TOPICS), new OutboundRecordCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void ask(String json) throws Exception {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        harness.processElement(
                new KafkaRecord("queries", 1, 7, 0, new byte[0], value, List.of()), 0);
    }

    @Test
    void sendsEachQueryToWhoeverCanAnswerIt() throws Exception {
        ask("{\"query\":\"coins\",\"ledger\":\"TOPIC:tm_a\"}");
        ask("{\"query\":\"stored\",\"txid\":\"" + "02".repeat(32) + "\"}");
        ask("{\"query\":\"transaction\",\"txid\":\"" + "01".repeat(32) + "\"}");

        assertThat(Harnesses.sideOutput(harness, ReadQueries.TO_LEDGERS))
                .extracting(LedgerCommand::ledger)
                .containsExactly("TOPIC:tm_a");
        assertThat(Harnesses.sideOutput(harness, ReadQueries.TO_TRACKER))
                .extracting(command -> command.txid().toString())
                .containsExactly("01".repeat(32));
        assertThat(Harnesses.sideOutput(harness, ReadQueries.TO_STORE))
                .extracting(command -> command.txid().toString())
                .containsExactly("02".repeat(32));
        assertThat(Harnesses.sideOutput(harness, ReadQueries.TO_COORDINATOR))
                .containsExactlyElementsOf(
                        Harnesses.sideOutput(harness, ReadQueries.TO_TRACKER).stream()
                                .map(command -> ((TrackerCommand.Question) command).query())
                                .toList());
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void asksNoCoordinatorAboutAnOutput() throws Exception {
        ask("{\"query\":\"outpoint\",\"outpoint\":\"" + "01".repeat(32) + ".0\"}");

        assertThat(Harnesses.sideOutput(harness, ReadQueries.TO_TRACKER)).hasSize(1);
        assertThat(Harnesses.sideOutput(harness, ReadQueries.TO_COORDINATOR)).isEmpty();
    }

    @Test
    void answersWhatItCannotRead() throws Exception {
        ask("{\"id\":\"mine\",\"query\":\"everything\"}");
        ask("nonsense");

        List<OutboundRecord> answers = harness.extractOutputValues();
        assertThat(answers).extracting(OutboundRecord::topic).containsOnly("answers");
        assertThat(answers)
                .extracting(answer -> new String(answer.key(), StandardCharsets.UTF_8))
                .containsExactly("mine", "queries-1-7");
        assertThat(new String(answers.get(0).value(), StandardCharsets.UTF_8))
                .startsWith("{\"id\":\"mine\",\"error\":\"query is \\\"everything\\\"");
    }
}
