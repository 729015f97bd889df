package org.brisket.state.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.submission.RecordFields;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.submission.TicketFields;

/** The bytes of a {@link Proposal}. */
public final class ProposalCodec extends Codec<Proposal> {
    private static final long serialVersionUID = 1L;

    public ProposalCodec() {
        super(Proposal.class, 3);
    }

    @Override
    protected void writeFields(Proposal value, DataOutputView out) throws IOException {
        TicketFields.writeTicket(value.ticket(), out);
        Fields.writeText(value.ledger(), out);
        Fields.writeBytes(value.extendedTransaction(), out);
        Fields.writeList(value.ancestors(), out, Fields::writeBytes);
        Fields.writeBytes(value.offChainValues(), out);
        Fields.writeOptional(value.source(), out, RecordFields::writeRecord);
        Fields.writeList(value.voters(), out, Fields::writeText);
    }

    @Override
    protected Proposal readFields(int version, DataInputView in) throws IOException {
        return version == 1 ? readFirstVersion(in) : readLater(version, in);
    }

    /** The second version did not name the voters. */
    private static Proposal readLater(int version, DataInputView in) throws IOException {
        return new Proposal(
                TicketFields.readTicket(in),
                Fields.readText(in),
                Fields.readBytes(in),
                Fields.readList(in, Fields::readBytes),
                Fields.readBytes(in),
                Fields.readOptional(in, RecordFields::readRecord),
                version > 2 ? Fields.readList(in, Fields::readText) : List.of());
    }

    /** Only the first ledger got the ancestors, with the payload. */
    private static Proposal readFirstVersion(DataInputView in) throws IOException {
        SubmissionTicket ticket = TicketFields.readTicket(in);
        String ledger = Fields.readText(in);
        byte[] subject = Fields.readBytes(in);
        byte[] offChainValues = Fields.readBytes(in);
        Optional<SubmissionPayload> payload = Fields.readOptional(in, TicketFields::readPayload);
        return new Proposal(
                ticket,
                ledger,
                subject,
                payload.map(SubmissionPayload::ancestors).orElse(List.of()),
                offChainValues,
                payload.map(SubmissionPayload::source));
    }
}
