package org.brisket.operators.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.query.CoinCursor;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.StateQuery;
import org.brisket.state.query.TransactionQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader and the schema take the same queries. */
class QueryReaderTest {
    private static final String TXID = "01".repeat(32);
    private static final String OWNER =
            "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            Path.of("..", "docs", "schemas", "state-queries.schema.json").toUri());

    private final QueryReader reader = new QueryReader();

    private static byte[] json(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static boolean fitsTheSchema(byte[] value) throws IOException {
        JsonNode query = new ObjectMapper().readTree(value);
        return SCHEMA.validate(query).isEmpty();
    }

    private StateQuery read(String singleQuoted) throws Exception {
        byte[] value = json(singleQuoted);
        assertThat(fitsTheSchema(value)).as(singleQuoted).isTrue();
        return reader.read(value, "in-0-7");
    }

    @Test
    void readsQueriesAboutCoins() throws Exception {
        assertThat(read("{'query':'coins','ledger':'TOPIC:tm_a'}"))
                .isEqualTo(
                        new LedgerQuery.LiveCoins("in-0-7", "TOPIC:tm_a", CoinCursor.START, 100));
        assertThat(
                        read(
                                "{'id':'q','query':'coins','ledger':'TOPIC:tm_a','cursor':'5.2',"
                                        + "'limit':1000}"))
                .isEqualTo(
                        new LedgerQuery.LiveCoins("q", "TOPIC:tm_a", new CoinCursor(5, 2), 1000));
    }

    @Test
    void readsQueriesAboutBalances() throws Exception {
        String ledger = "BASKET:btms/p btms:" + TXID + ".0";
        String start = "{'id':'q','query':'balance','ledger':'" + ledger + "','asset':'tea'";

        assertThat(read(start + "}"))
                .isEqualTo(new LedgerQuery.Balance("q", ledger, "tea", Optional.empty()));
        assertThat(read(start + ",'owner':'" + OWNER + "'}"))
                .isEqualTo(
                        new LedgerQuery.Balance(
                                "q", ledger, "tea", Optional.of(PublicKey.fromHex(OWNER))));
    }

    @Test
    void readsQueriesAboutTransactionsAndTheirOutputs() throws Exception {
        assertThat(read("{'query':'transaction','txid':'" + TXID + "'}"))
                .isEqualTo(TransactionQuery.about("in-0-7", Txid.fromDisplayHex(TXID)));
        assertThat(read("{'query':'outpoint','outpoint':'" + TXID + ".3'}"))
                .isEqualTo(TransactionQuery.about("in-0-7", Outpoint.parse(TXID + ".3")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | no JSON object",
                "7 | no JSON object",
                "{} | query is \"\", must be coins, balance, outpoint, transaction or stored",
                "{'query':'coin'} | query is \"coin\"",
                "{'query':'coins'} | ledger is missing, must be a text",
                "{'query':'coins','ledger':7} | ledger is 7, must be a text",
                "{'query':'coins','ledger':'tm_a'} | must be TOPIC:<topic> or BASKET:",
                "{'query':'coins','ledger':'TOPIC:tm_a','limit':0} | must be between 1 and 1000",
                "{'query':'coins','ledger':'TOPIC:tm_a','limit':1001} | limit is 1001",
                "{'query':'coins','ledger':'TOPIC:tm_a','limit':'7'} | limit is \"7\"",
                "{'query':'coins','ledger':'TOPIC:tm_a','cursor':'x'} | <sequence>.<output>",
                "{'query':'coins','ledger':'TOPIC:tm_a','page':1} | page is no field of the query",
                "{'query':'balance','ledger':'BASKET:a/b'} | asset is missing",
                "{'query':'balance','ledger':'BASKET:a/b','asset':'t','owner':'02'} | ",
                "{'query':'outpoint','outpoint':'01.1'} | not an outpoint",
                "{'query':'transaction','txid':'01'} | ",
                "{'query':'transaction'} | txid is missing",
                "{'id':'','query':'coins','ledger':'TOPIC:tm_a'} | id is",
                "{'id':'a b','query':'coins','ledger':'TOPIC:tm_a'} | visible ASCII",
                "{'id':7,'query':'coins','ledger':'TOPIC:tm_a'} | id is 7, must be a text",
            })
    void refusesWhatTheSchemaRefusesAndSaysWhy(String singleQuoted, String reason)
            throws IOException {
        byte[] value = json(singleQuoted);

        assertThatThrownBy(() -> reader.read(value, "in-0-7"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(reason == null ? "" : reason);
        assertThat(fitsTheSchema(value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | no JSON object",
                "{'query' | not JSON",
                "{'query':'coins','ledger':'TOPIC:tm_a'} x | not JSON",
                "{'query':'coins','query':'coins','ledger':'TOPIC:tm_a'} | Duplicate field"
            })
    void refusesWhatIsNotOneJsonValue(String singleQuoted, String reason) {
        assertThatThrownBy(() -> reader.read(json(singleQuoted), "in-0-7"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsTooLongAndWhatIsNestedTooDeep() {
        byte[] tooLong = json(" ".repeat(QueryReader.MAX_BYTES) + "{}");
        byte[] tooDeep = json("[".repeat(5_000));

        assertThatThrownBy(() -> reader.read(tooLong, "q")).hasMessageContaining("the limit is");
        assertThatThrownBy(() -> reader.read(tooDeep, "q")).hasMessageContaining("not JSON");
        assertThat(reader.id(tooLong)).isEmpty();
        assertThat(reader.id(tooDeep)).isEmpty();
    }

    @Test
    void findsTheIdOfAQueryThatIsRefused() {
        assertThat(reader.id(json("{'id':'mine','query':'nonsense'}"))).contains("mine");
        assertThat(reader.id(json("{'query':'nonsense'}"))).isEmpty();
        assertThat(reader.id(json("{'id':'\\u0007'}"))).isEmpty();
        assertThat(reader.id(json(""))).isEmpty();
    }
}
