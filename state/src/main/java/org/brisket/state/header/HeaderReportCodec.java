package org.brisket.state.header;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link HeaderReport}: a tip of -1 stands for none. */
public final class HeaderReportCodec extends Codec<HeaderReport> {
    private static final long serialVersionUID = 1L;
    private static final long NO_TIP = -1;

    public HeaderReportCodec() {
        super(HeaderReport.class, 1);
    }

    @Override
    protected void writeFields(HeaderReport value, DataOutputView out) throws IOException {
        Fields.writeText(value.source(), out);
        Fields.writeList(value.headers(), out, HeaderFields::writeHeader);
        out.writeLong(value.tipHeight().orElse(NO_TIP));
    }

    @Override
    protected HeaderReport readFields(int version, DataInputView in) throws IOException {
        String source = Fields.readText(in);
        List<BlockHeader> headers = Fields.readList(in, HeaderFields::readHeader);
        long tip = in.readLong();
        return new HeaderReport(
                source, headers, tip == NO_TIP ? OptionalLong.empty() : OptionalLong.of(tip));
    }
}
