package org.brisket.connectors.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;

/**
 * A block header as a service describes it in JSON. It speaks for its height only if it is about
 * that height and its fields hash to the hash that it names.
 *
 * <pre>
 * version i32 | previous hash 32 | merkle root 32 | time u32 | bits u32 | nonce u32
 * </pre>
 */
final class HeaderFields {
    private static final String NO_HASH = "0".repeat(64);

    private final JsonNode json;
    private final String root;
    private final String previous;
    private final Optional<Long> bits;

    private HeaderFields(JsonNode json, String root, String previous, Optional<Long> bits) {
        this.json = json;
        this.root = root;
        this.previous = previous;
        this.bits = bits;
    }

    /** Bits as hexadecimal text; the genesis block has no previous hash. */
    static HeaderFields ofWhatsOnChain(JsonNode json) {
        return new HeaderFields(
                json,
                json.path("merkleroot").asText(""),
                json.path("previousblockhash").asText(NO_HASH),
                hexadecimal(json.path("bits").asText("")));
    }

    /** Bits as a number. */
    static HeaderFields ofChaintracks(JsonNode json) {
        return new HeaderFields(
                json,
                json.path("merkleRoot").asText(""),
                json.path("previousHash").asText(""),
                number(json.path("bits")));
    }

    RootAnswer answer(RootQuery query) {
        if (json.has("height") && json.path("height").asLong(-1) != query.height()) {
            return RootAnswer.UNKNOWN;
        }
        try {
            if (!hashesToItsHash()) {
                return RootAnswer.UNKNOWN;
            }
            boolean same = MerkleRoot.fromDisplayHex(root).equals(query.root());
            return same ? RootAnswer.TRUE : RootAnswer.FALSE;
        } catch (MalformedException e) {
            return RootAnswer.UNKNOWN;
        }
    }

    /** True also where the service leaves out a field, so that nothing can be computed. */
    private boolean hashesToItsHash() throws MalformedException {
        Optional<Long> version = number(json.path("version"));
        Optional<Long> time = number(json.path("time"));
        Optional<Long> nonce = number(json.path("nonce"));
        String hash = json.path("hash").asText("");
        if (version.isEmpty() || time.isEmpty() || nonce.isEmpty() || bits.isEmpty()) {
            return true;
        }
        if (hash.isEmpty() || previous.isEmpty()) {
            return true;
        }
        ByteWriter header = new ByteWriter(80);
        header.writeInt((int) (long) version.get());
        header.write(BlockHash.fromDisplayHex(previous).toInternal());
        header.write(MerkleRoot.fromDisplayHex(root).toInternal());
        header.writeUnsignedInt(time.get()).writeUnsignedInt(bits.get());
        header.writeUnsignedInt(nonce.get());
        byte[] digest = Sha256.doubleHash(header.toByteArray());
        return BlockHash.fromInternal(digest).equals(BlockHash.fromDisplayHex(hash));
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
}
