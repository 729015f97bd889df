package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.brisket.job.config.KafkaConfig;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code inspect tx}. */
@Command(
        name = "tx",
        description =
                "Show what became of a transaction on the network and in every ledger, or its BEEF.")
final class InspectTransactionCommand implements Runnable {
    @Parameters(
            paramLabel = "TXID",
            showDefaultValue = Visibility.NEVER,
            converter = TxidConverter.class,
            description = "The transaction.")
    private Txid txid;

    @Mixin private BeefOptions wanted;

    @Mixin private InquiryOptions inquiry;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        if (wanted.isIncomplete()) {
            throw new ParameterException(spec.commandLine(), "--out needs --beef");
        }
        if (wanted.beef()) {
            wanted.write(beef(), spec.commandLine().getOut());
            return;
        }
        new Inquiry(broker, inquiry)
                .print(
                        Inquiry.query("transaction").put("txid", txid.toString()),
                        spec.commandLine().getOut(),
                        this::lines);
    }

    private Beef beef() {
        KafkaConfig kafka = broker.kafka();
        try (BrokerConnection connection = BrokerConnection.open(kafka, broker.timeout())) {
            return new BeefInquiry(connection, kafka.topics(), inquiry.patience()).ask(txid);
        }
    }

    private List<String> lines(Replies replies) {
        List<String> lines =
                InspectLines.everywhere(
                        txid.toString(),
                        replies,
                        List.of("OUTPUTS", "RETAINS", "REMOVES"),
                        answer ->
                                List.of(
                                        indices(answer, "outputsToAdmit"),
                                        indices(answer, "coinsToRetain"),
                                        indices(answer, "coinsRemoved")));
        replies.undecided().forEach(submission -> lines.addAll(BallotLines.of(submission)));
        return lines;
    }

    private static String indices(JsonNode answer, String field) {
        return answer.has(field) ? answer.path(field).toString() : "";
    }

    /** Reads a txid as explorers show it. */
    static final class TxidConverter implements ITypeConverter<Txid> {
        @Override
        public Txid convert(String text) {
            try {
                return Txid.fromDisplayHex(text);
            } catch (MalformedException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
