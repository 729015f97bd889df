package org.brisket.operators.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.query.Answers;
import org.brisket.state.query.CoinCursor;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.StateQuery;
import org.brisket.state.query.StoredQuery;
import org.brisket.state.query.TransactionQuery;

/**
 * Reads queries: JSON objects with the field {@code query} and others that depend on it. The schema
 * is {@code docs/schemas/state-queries.schema.json}.
 */
final class QueryReader {
    static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_LIMIT = Answers.LONGEST_PAGE;
    private static final int USUAL_LIMIT = 100;

    private static final Pattern ID = Pattern.compile("[!-~]{1,100}");

    /** As long as the names of manager, basket and partition may be. */
    private static final Pattern LEDGER =
            Pattern.compile("(TOPIC|BASKET):[^:\\p{Cntrl}]{1,400}(:[!-~]{1,200})?");

    private final ObjectMapper mapper =
            new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The id that a query gives itself, if as much can be read. */
    Optional<String> id(byte[] value) {
        try {
            return value.length > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(mapper.readTree(value).path("id").asText())
                            .filter(id -> ID.matcher(id).matches());
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /**
     * Reads a query.
     *
     * @param usualId what it is called if it gives itself no id
     * @throws MalformedException saying what was found and what was expected
     */
    StateQuery read(byte[] value, String usualId) throws MalformedException {
        JsonNode query = object(value);
        String id =
                query.has("id")
                        ? text(query, "id", ID, "1 to 100 visible ASCII characters")
                        : usualId;
        String kind = query.path("query").asText();
        return switch (kind) {
            case "coins" -> coins(query, id);
            case "balance" -> balance(query, id);
            case "outpoint" -> outpoint(query, id);
            case "transaction" -> transaction(query, id);
            case "stored" -> stored(query, id);
            default ->
                    throw MalformedException.of(
                            "query is \"%.40s\", must be coins, balance, outpoint, transaction or stored",
                            kind);
        };
    }

    private JsonNode object(byte[] value) throws MalformedException {
        if (value.length > MAX_BYTES) {
            throw MalformedException.of(
                    "the query has %d bytes, the limit is %d", value.length, MAX_BYTES);
        }
        try {
            JsonNode query = mapper.readTree(value);
            if (query == null || !query.isObject()) {
                throw new MalformedException("the query is no JSON object");
            }
            return query;
        } catch (JsonProcessingException notJson) {
            throw MalformedException.of(
                    "the query is not JSON: %.200s", notJson.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("an array of bytes that cannot be read", impossible);
        }
    }

    private static StateQuery coins(JsonNode query, String id) throws MalformedException {
        requireOnly(query, "id", "query", "ledger", "cursor", "limit");
        CoinCursor from =
                query.has("cursor") ? CoinCursor.parse(text(query, "cursor")) : CoinCursor.START;
        return new LedgerQuery.LiveCoins(id, ledger(query), from, limit(query));
    }

    private static int limit(JsonNode query) throws MalformedException {
        JsonNode limit = query.path("limit");
        if (limit.isMissingNode()) {
            return USUAL_LIMIT;
        }
        if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > MAX_LIMIT) {
            throw MalformedException.of(
                    "limit is %.40s, must be between 1 and %d", limit, MAX_LIMIT);
        }
        return limit.intValue();
    }

    private static StateQuery balance(JsonNode query, String id) throws MalformedException {
        requireOnly(query, "id", "query", "ledger", "asset", "owner");
        Optional<PublicKey> owner =
                query.has("owner")
                        ? Optional.of(PublicKey.fromHex(text(query, "owner")))
                        : Optional.empty();
        return new LedgerQuery.Balance(id, ledger(query), text(query, "asset"), owner);
    }

    private static StateQuery outpoint(JsonNode query, String id) throws MalformedException {
        requireOnly(query, "id", "query", "outpoint");
        return TransactionQuery.about(id, Outpoint.parse(text(query, "outpoint")));
    }

    private static StateQuery transaction(JsonNode query, String id) throws MalformedException {
        requireOnly(query, "id", "query", "txid");
        return TransactionQuery.about(id, Txid.fromDisplayHex(text(query, "txid")));
    }

    private static StateQuery stored(JsonNode query, String id) throws MalformedException {
        requireOnly(query, "id", "query", "txid");
        return new StoredQuery(id, Txid.fromDisplayHex(text(query, "txid")));
    }

    private static String ledger(JsonNode query) throws MalformedException {
        return text(
                query,
                "ledger",
                LEDGER,
                "TOPIC:<topic> or BASKET:<manager>/<basket>[:<partition>]");
    }

    private static String text(JsonNode query, String field, Pattern shape, String expected)
            throws MalformedException {
        String text = text(query, field);
        if (!shape.matcher(text).matches()) {
            throw MalformedException.of("%s is \"%.100s\", must be %s", field, text, expected);
        }
        return text;
    }

    private static String text(JsonNode query, String field) throws MalformedException {
        JsonNode value = query.path(field);
        if (value.getNodeType() != JsonNodeType.STRING || value.textValue().isEmpty()) {
            throw MalformedException.of(
                    "%s is %.100s, must be a text",
                    field, value.isMissingNode() ? "missing" : value);
        }
        return value.textValue();
    }

    /** What is not looked at may be a misspelt wish. */
    private static void requireOnly(JsonNode query, String... known) throws MalformedException {
        Set<String> names = Set.of(known);
        for (Iterator<String> fields = query.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!names.contains(field)) {
                throw MalformedException.of(
                        "%.40s is no field of the query %s, which has %s",
                        field, query.path("query").asText(), String.join(", ", known));
            }
        }
    }
}
