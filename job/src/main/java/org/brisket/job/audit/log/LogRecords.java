package org.brisket.job.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.Check;
import org.brisket.job.audit.Finding;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;

/** Reads the values of admission and rollback records, as docs/schemas describes them. */
public final class LogRecords {
    private final ObjectMapper json = new ObjectMapper();

    /**
     * What a record says, or the finding that it cannot be read. A proof or an incident says
     * nothing of ledgers: there is nothing to audit.
     */
    public Optional<AuditRecord> read(LogTopic topic, String origin, byte[] value) {
        try {
            JsonNode node = json.readTree(value);
            Txid txid = Txid.fromDisplayHex(text(node, "txid"));
            if (node.has("incident")) {
                return Optional.empty();
            }
            if (topic == LogTopic.ADMISSIONS && node.path("kind").asText().equals("proof")) {
                return Optional.empty();
            }
            return Optional.of(record(topic, origin, txid, node));
        } catch (IOException | MalformedException e) {
            String expected = "a record as docs/schemas describes it";
            return Optional.of(
                    new Finding(
                            Check.UNREADABLE_RECORD,
                            "",
                            0,
                            origin,
                            expected,
                            oneLine(e.getMessage())));
        }
    }

    private static AuditRecord record(LogTopic topic, String origin, Txid txid, JsonNode node)
            throws MalformedException {
        List<LedgerVerdict> verdicts = verdicts(node.path("ledgers"));
        return topic == LogTopic.ADMISSIONS
                ? new AuditRecord.Admitted(txid, origin, verdicts)
                : new AuditRecord.RolledBack(
                        txid, origin, bool(node, "admissionPublished"), verdicts);
    }

    private static List<LedgerVerdict> verdicts(JsonNode ledgers) throws MalformedException {
        if (!ledgers.isObject()) {
            throw MalformedException.of("ledgers is %s", ledgers.getNodeType());
        }
        List<LedgerVerdict> verdicts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> ledger : ledgers.properties()) {
            verdicts.add(verdict(ledger.getKey(), ledger.getValue()));
        }
        return verdicts;
    }

    private static LedgerVerdict verdict(String ledger, JsonNode node) throws MalformedException {
        Instructions instructions =
                new Instructions(
                        indices(node, "outputsToAdmit"),
                        indices(node, "coinsToRetain"),
                        indices(node, "coinsRemoved"));
        return new LedgerVerdict(
                ledger,
                instructions,
                outpoints(node.path("spentCoins")),
                false,
                position(node),
                Optional.empty());
    }

    private static LedgerPosition position(JsonNode node) throws MalformedException {
        if (!node.has("sequence")) {
            return LedgerPosition.START;
        }
        if (!node.path("sequence").canConvertToLong() || node.path("sequence").asLong() < 1) {
            throw MalformedException.of("sequence is %s", node.path("sequence"));
        }
        LiveDigest digest = LiveDigest.EMPTY;
        if (node.has("digest")) {
            digest = digest(text(node, "digest"));
        }
        return new LedgerPosition(node.path("sequence").asLong(), digest);
    }

    private static LiveDigest digest(String hex) throws MalformedException {
        byte[] bytes = Hex.decode(hex);
        if (bytes.length != 4 * Long.BYTES) {
            throw MalformedException.of("a digest of %d bytes", bytes.length);
        }
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return new LiveDigest(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    private static List<Integer> indices(JsonNode node, String name) throws MalformedException {
        List<Integer> indices = new ArrayList<>();
        if (!node.path(name).isArray()) {
            throw MalformedException.of("%s is %s", name, node.path(name).getNodeType());
        }
        for (JsonNode index : node.path(name)) {
            if (!index.canConvertToInt() || index.asInt() < 0) {
                throw MalformedException.of("%s holds %s", name, index);
            }
            indices.add(index.asInt());
        }
        return indices;
    }

    private static List<Outpoint> outpoints(JsonNode coins) throws MalformedException {
        List<Outpoint> outpoints = new ArrayList<>();
        for (JsonNode coin : coins) {
            outpoints.add(Outpoint.parse(coin.asText()));
        }
        return outpoints;
    }

    private static String text(JsonNode node, String name) throws MalformedException {
        if (!node.path(name).isTextual()) {
            throw MalformedException.of("%s is %s", name, node.path(name).getNodeType());
        }
        return node.path(name).asText();
    }

    private static boolean bool(JsonNode node, String name) throws MalformedException {
        if (!node.path(name).isBoolean()) {
            throw MalformedException.of("%s is %s", name, node.path(name).getNodeType());
        }
        return node.path(name).asBoolean();
    }

    private static String oneLine(String message) {
        String line = String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
        return line.substring(0, Math.min(line.length(), 200));
    }
}
