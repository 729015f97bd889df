package org.brisket.connectors.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;

/**
 * A block header as a service describes it in JSON. It speaks for its height only if it is about
 * that height and its fields hash to the hash that it names.
 */
final class HeaderFields {
    private static final String NO_HASH = "0".repeat(64);

    private final JsonNode json;
    private final String root;
    private final String previous;
    private final Optional<Long> time;
    private final Optional<Long> bits;

    private HeaderFields(
            JsonNode json, String root, String previous, Optional<Long> time, Optional<Long> bits) {
        this.json = json;
        this.root = root;
        this.previous = previous;
        this.time = time;
        this.bits = bits;
    }

    /** Bits as hexadecimal text; the genesis block has no previous hash. */
    static HeaderFields ofWhatsOnChain(JsonNode json) {
        return new HeaderFields(
                json,
                json.path("merkleroot").asText(""),
                json.path("previousblockhash").asText(NO_HASH),
                number(json.path("time")),
                hexadecimal(json.path("bits").asText("")));
    }

    /** Bits as a number. */
    static HeaderFields ofChaintracks(JsonNode json) {
        return new HeaderFields(
                json,
                json.path("merkleRoot").asText(""),
                json.path("previousHash").asText(""),
                number(json.path("time")),
                number(json.path("bits")));
    }

    /** Bits as a number; the time as ISO 8601 text or, in other builds, as a number of seconds. */
    static HeaderFields ofBlockHeadersService(JsonNode json) {
        JsonNode created = json.path("creationTimestamp");
        return new HeaderFields(
                json,
                json.path("merkleRoot").asText(""),
                json.path("prevBlockHash").asText(""),
                created.isTextual() ? instant(created.asText()) : number(created),
                number(json.path("difficultyTarget")));
    }

    RootAnswer answer(RootQuery query) {
        if (json.has("height") && json.path("height").asLong(-1) != query.height()) {
            return RootAnswer.UNKNOWN;
        }
        try {
            if (isWhole()) {
                header();
            }
            boolean same = MerkleRoot.fromDisplayHex(root).equals(query.root());
            return same ? RootAnswer.TRUE : RootAnswer.FALSE;
        } catch (MalformedException e) {
            return RootAnswer.UNKNOWN;
        }
    }

    /** False where the service leaves out a field, so that nothing can be computed. */
    private boolean isWhole() {
        return number(json.path("version")).isPresent()
                && number(json.path("nonce")).isPresent()
                && time.isPresent()
                && bits.isPresent()
                && !hash().isEmpty()
                && !previous.isEmpty();
    }

    private String hash() {
        return json.path("hash").asText("");
    }

    long height() throws MalformedException {
        return required(number(json.path("height")), "height");
    }

    /** The header itself, if every field is there and they hash to the hash that is named. */
    BlockHeader header() throws MalformedException {
        BlockHeader header =
                new BlockHeader(
                        (int) required(number(json.path("version")), "version"),
                        BlockHash.fromDisplayHex(previous),
                        MerkleRoot.fromDisplayHex(root),
                        unsigned(time, "time"),
                        unsigned(bits, "bits"),
                        unsigned(number(json.path("nonce")), "nonce"));
        if (!header.hash().equals(BlockHash.fromDisplayHex(hash()))) {
            throw MalformedException.of("fields that hash to %s, not %s", header.hash(), hash());
        }
        return header;
    }

    private static long required(Optional<Long> field, String name) throws MalformedException {
        return field.orElseThrow(() -> new MalformedException("a header without " + name));
    }

    private static long unsigned(Optional<Long> field, String name) throws MalformedException {
        long value = required(field, name);
        if (value >>> 32 != 0) {
            throw MalformedException.of("a header whose %s is %d", name, value);
        }
        return value;
    }

    private static Optional<Long> number(JsonNode node) {
        return node.isIntegralNumber() ? Optional.of(node.asLong()) : Optional.empty();
    }

    private static Optional<Long> hexadecimal(String text) {
        try {
            return Optional.of(Long.parseLong(text, 16));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> instant(String text) {
        try {
            return Optional.of(Instant.parse(text).getEpochSecond());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
