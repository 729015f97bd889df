package org.brisket.operators.header;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.submission.KafkaRecord;

/**
 * Reads the block headers among the network events: {@code {"type": "headers", "headers": ["<160
 * hexadecimal digits>", …]}}, as docs/schemas/network-events.schema.json says. All other events
 * pass by. Anybody may write headers; their work decides.
 */
public final class ReadHeaderEvents extends RichFlatMapFunction<KafkaRecord, HeaderReport> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_HEADERS = 2_000;
    private static final int MAX_BYTES = 512 * 1024;

    private transient JsonFactory json;
    private transient Counter malformed;

    @Override
    public void open(OpenContext context) {
        json = new JsonFactory();
        malformed = StepMetrics.of(getRuntimeContext()).counter(Metric.MALFORMED_HEADER_EVENTS);
    }

    @Override
    public void flatMap(KafkaRecord source, Collector<HeaderReport> out) {
        // A callback may be larger; what is larger than any headers can be is not looked into.
        if (source.value().length > MAX_BYTES) {
            return;
        }
        try {
            read(source.value(), out);
        } catch (IOException notJson) {
            // Whoever reads the callbacks counts it.
            return;
        } catch (MalformedException e) {
            malformed.inc();
        }
    }

    private void read(byte[] value, Collector<HeaderReport> out)
            throws IOException, MalformedException {
        boolean isHeaders = false;
        List<String> texts = List.of();
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken token = parser.nextToken();
                if (field.equals("type")) {
                    isHeaders = parser.getValueAsString("").equals("headers");
                } else if (field.equals("headers") && token == JsonToken.START_ARRAY) {
                    texts = texts(parser);
                    continue;
                }
                parser.skipChildren();
            }
        }
        if (isHeaders) {
            out.collect(new HeaderReport("", headers(texts), OptionalLong.empty()));
        }
    }

    /** One more than allowed at most, so that it shows. */
    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (texts.size() <= MAX_HEADERS) {
                texts.add(parser.getValueAsString(""));
            }
            parser.skipChildren();
        }
        return texts;
    }

    private static List<BlockHeader> headers(List<String> texts) throws MalformedException {
        if (texts.isEmpty() || texts.size() > MAX_HEADERS) {
            throw MalformedException.of("%d headers, not 1 to %d", texts.size(), MAX_HEADERS);
        }
        List<BlockHeader> headers = new ArrayList<>(texts.size());
        for (String text : texts) {
            headers.add(BlockHeader.parse(Hex.decode(text)));
        }
        return headers;
    }
}
