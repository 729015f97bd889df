package org.brisket.connectors.callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * Takes a callback's body apart without changing a byte: one object with a txid, or {@code {count,
 * callbacks: [...]}}. What the objects say is for the job to judge.
 */
final class CallbackParser {
    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] body;
    private final List<Callback> callbacks = new ArrayList<>();

    private CallbackParser(byte[] body) {
        this.body = body;
    }

    static List<Callback> parse(byte[] body) throws MalformedException {
        CallbackParser parser = new CallbackParser(body);
        try (JsonParser json = JSON.createParser(body)) {
            parser.readBody(json);
        } catch (IOException e) {
            throw new MalformedException("not a JSON object");
        }
        return parser.callbacks;
    }

    private void readBody(JsonParser json) throws IOException, MalformedException {
        expect(json.nextToken(), JsonToken.START_OBJECT);
        int start = offset(json.currentTokenLocation());
        boolean batch = false;
        String txid = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("callbacks")) {
                batch = true;
                readArray(json);
            } else {
                txid = field.equals("txid") ? json.getValueAsString("") : txid;
                json.skipChildren();
            }
        }
        int end = offset(json.currentLocation());
        if (json.nextToken() != null) {
            throw new MalformedException("something follows the JSON object");
        }
        if (!batch) {
            add(txid, start, end);
        }
    }

    private void readArray(JsonParser json) throws IOException, MalformedException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            readElement(json);
        }
    }

    private void readElement(JsonParser json) throws IOException, MalformedException {
        expect(json.currentToken(), JsonToken.START_OBJECT);
        int start = offset(json.currentTokenLocation());
        String txid = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            txid = field.equals("txid") ? json.getValueAsString("") : txid;
            json.skipChildren();
        }
        add(txid, start, offset(json.currentLocation()));
    }

    private void add(String txid, int start, int end) throws MalformedException {
        callbacks.add(
                new Callback(Txid.fromDisplayHex(txid), Arrays.copyOfRange(body, start, end)));
    }

    /** Only UTF-8 has byte offsets, and only UTF-8 is JSON between systems (RFC 8259). */
    private static int offset(JsonLocation location) throws MalformedException {
        if (location.getByteOffset() < 0) {
            throw new MalformedException("not UTF-8");
        }
        return (int) location.getByteOffset();
    }

    private static void expect(JsonToken found, JsonToken wanted) throws MalformedException {
        if (found != wanted) {
            throw MalformedException.of("%s where %s was expected", found, wanted);
        }
    }
}
