package org.brisket.job.cli;

import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.transaction.Outpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code inspect outpoint}. */
@Command(name = "outpoint", description = "Show the life of an output in every ledger.")
final class InspectOutpointCommand implements Runnable {
    @Parameters(
            paramLabel = "TXID.N",
            showDefaultValue = Visibility.NEVER,
            converter = OutpointConverter.class,
            description = "A transaction and the index of its output.")
    private Outpoint outpoint;

    @Mixin private InquiryOptions inquiry;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        new Inquiry(broker, inquiry)
                .print(
                        Inquiry.query("outpoint").put("outpoint", outpoint.toString()),
                        spec.commandLine().getOut(),
                        this::lines);
    }

    private List<String> lines(Replies replies) {
        return InspectLines.everywhere(
                outpoint.toString(),
                replies,
                List.of("SPENT BY"),
                answer -> List.of(answer.path("spentBy").asText()));
    }

    /** Reads {@code <txid>.<index>}. */
    static final class OutpointConverter implements ITypeConverter<Outpoint> {
        @Override
        public Outpoint convert(String text) {
            try {
                return Outpoint.parse(text);
            } catch (MalformedException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
