package org.brisket.bench.ledger;

import java.nio.file.Path;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.brisket.operators.ledger.ApplyToLedger;
import org.brisket.operators.output.OutputTopics;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerMessageCodec;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.query.LedgerCommand;

/** The job's operator, called as Flink calls it for each record. */
final class OperatorSeat implements Steps, AutoCloseable {
    private static final OutputTopics TOPICS = new OutputTopics("", "", "", "", "", "answers", "");

    private final KeyedTwoInputStreamOperatorTestHarness<
                    String, Proposal, LedgerCommand, LedgerMessage>
            harness;

    OperatorSeat(Backend backend, Path folder) throws Exception {
        harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new KeyedCoProcessOperator<>(new ApplyToLedger(TOPICS)),
                        Proposal::ledger,
                        LedgerCommand::ledger,
                        Types.STRING);
        harness.setStateBackend(backend.in(folder.resolve("state")));
        SerializerConfig config = harness.getExecutionConfig().getSerializerConfig();
        ((SerializerConfigImpl) config).setGenericTypes(false);
        harness.setup(new LedgerMessageCodec().typeInfo().createSerializer(config));
        harness.open();
    }

    @Override
    public void propose(Proposal proposal) throws Exception {
        harness.processElement1(proposal, 0);
    }

    @Override
    public void order(LedgerOrder order) throws Exception {
        harness.processElement2(new LedgerCommand.Order(order), 0);
    }

    @Override
    public void forgetOutput() {
        harness.getOutput().clear();
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("the harness does not close", e);
        }
    }
}
