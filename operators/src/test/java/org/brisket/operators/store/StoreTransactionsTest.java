package org.brisket.operators.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.brisket.operators.ExampleRecords;
import org.brisket.operators.Harnesses;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoredQuery;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.tracking.NetworkObservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a transaction into the store and out of it. */
class StoreTransactionsTest {
    private static final OutputTopics TOPICS =
            new OutputTopics("", "admissions", "", "", "", "answers", "transactions");

    private final BroughtTransaction mined =
            BroughtTransaction.allOf(ExampleRecords.parsed().graph()).get(1);
    private final Txid txid = mined.txid();
    private final BlockProof proof = mined.proof().orElseThrow();
    private KeyedTwoInputStreamOperatorTestHarness<Txid, StoreCommand, ChainUpdate, OutboundRecord>
            harness;

    StoreTransactionsTest() throws Exception {}

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    Txid, StoreCommand, ChainUpdate, OutboundRecord>
            harness() throws Exception {
        return Harnesses.byTxid(
                new StoreTransactions(TOPICS),
                StoreCommand::txid,
                List.of(FlinkHeaderIndex.roots(), FlinkHeaderIndex.views()),
                new OutboundRecordCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void tell(StoreCommand command) throws Exception {
        harness.processElement1(command, 0);
    }

    private void bringUnproven() throws Exception {
        tell(new StoreCommand.Bring(new BroughtTransaction(txid, mined.raw(), Optional.empty())));
    }

    private OutboundRecord admission() {
        byte[] key = txid.toString().getBytes(StandardCharsets.UTF_8);
        return new OutboundRecord("admissions", key, new byte[] {1}, List.of());
    }

    private List<String> topics() {
        return harness.extractOutputValues().stream().map(OutboundRecord::topic).toList();
    }

    private JsonNode answer() throws Exception {
        tell(new StoreCommand.Question(new StoredQuery("q", txid)));
        List<OutboundRecord> all = harness.extractOutputValues();
        return new ObjectMapper().readTree(all.get(all.size() - 1).value());
    }

    private void headersSay(MerkleRoot root) throws Exception {
        long height = proof.blockHeight();
        harness.processElement2(
                new ChainUpdate(
                        height,
                        List.of(root),
                        new ChainView(height, height, 0, true),
                        Optional.empty()),
                0);
    }

    @Test
    void writesABeefOfTheTransactionAndOneWithItsProof() throws Exception {
        bringUnproven();
        bringUnproven();
        tell(new StoreCommand.Prove(txid, proof));

        List<OutboundRecord> records = harness.extractOutputValues();
        assertThat(topics()).containsExactly("transactions", "transactions");
        for (OutboundRecord record : records) {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(txid.toString());
            Beef beef = Beef.parse(record.value(), BeefLimits.DEFAULT);
            assertThat(beef.graph().subject().txid()).isEqualTo(txid);
            assertThat(beef.bumps()).hasSize(record == records.get(0) ? 0 : 1);
        }
    }

    @Test
    void writesTheProofBehindTheAdmission() throws Exception {
        tell(new StoreCommand.Bring(mined));
        tell(new StoreCommand.Publish(txid, admission()));
        tell(new StoreCommand.Publish(txid, admission()));

        assertThat(topics())
                .containsExactly("transactions", "admissions", "admissions", "admissions");
        assertThat(harness.extractOutputValues().get(1).value()).containsExactly(1);
        assertThat(
                        new ObjectMapper()
                                .readTree(harness.extractOutputValues().get(2).value())
                                .path("kind")
                                .asText())
                .isEqualTo("proof");
        assertThat(harness.extractOutputValues().get(3).value()).containsExactly(1);
    }

    @Test
    void answersWithBytesAndProof() throws Exception {
        assertThat(answer().has("rawTransaction")).isFalse();
        bringUnproven();
        assertThat(answer().path("rawTransaction").asText())
                .isEqualTo(mined.raw().bytes().toString());
        assertThat(answer().has("merklePath")).isFalse();

        tell(new StoreCommand.Prove(txid, proof));
        assertThat(answer().path("blockHeight").asLong()).isEqualTo(proof.blockHeight());
        assertThat(answer().has("merklePath")).isTrue();
    }

    @Test
    void handsOutNoProofThatTheHeadersContradict() throws Exception {
        tell(new StoreCommand.Bring(mined));
        headersSay(new MerkleRoot(1, 2, 3, 4));
        assertThat(answer().has("merklePath")).isFalse();

        headersSay(proof.block().root());
        assertThat(answer().has("merklePath")).isTrue();
    }

    @Test
    void knowsItAllAfterARestart() throws Exception {
        tell(new StoreCommand.Bring(mined));
        tell(new StoreCommand.Publish(txid, admission()));
        headersSay(new MerkleRoot(1, 2, 3, 4));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        tell(new StoreCommand.Bring(mined));

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(answer().has("rawTransaction")).isTrue();
        assertThat(answer().has("merklePath")).isFalse();
    }

    @Test
    void hearsOfNoProofButACheckedOne() {
        List<StoreCommand> heard = new ArrayList<>();
        HearProofs step = new HearProofs();
        ListCollector<StoreCommand> out = new ListCollector<>(heard);
        step.flatMap(new NetworkObservation.Hinted(txid, true), out);
        step.flatMap(new NetworkObservation.Mined(txid, 7), out);
        step.flatMap(new NetworkObservation.Mined(txid, 7, Optional.of(proof)), out);

        assertThat(heard).containsExactly(new StoreCommand.Prove(txid, proof));
    }

    @Test
    void divertsAdmissionsAndNothingElse() throws Exception {
        OutboundRecord result = new OutboundRecord("results", new byte[1], new byte[1], List.of());
        var divert =
                Harnesses.process(
                        new DivertAdmissions("admissions"), new OutboundRecordCodec().typeInfo());
        divert.processElement(admission(), 0);
        divert.processElement(result, 0);

        assertThat(divert.extractOutputValues()).containsExactly(result);
        assertThat(Harnesses.sideOutput(divert, DivertAdmissions.TO_STORE))
                .extracting(StoreCommand::txid)
                .containsExactly(txid);
        OutboundRecord foreign =
                new OutboundRecord("admissions", new byte[] {'x'}, new byte[1], List.of());
        assertThatThrownBy(() -> divert.processElement(foreign, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key x");
        divert.close();
    }
}
