package org.brisket.job.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * The merkle roots of some blocks by height. In a file they are one JSON object whose keys are
 * heights and whose values are roots in display order.
 */
public final class KnownHeaders {
    private final TreeMap<Long, MerkleRoot> roots;

    private KnownHeaders(TreeMap<Long, MerkleRoot> roots) {
        this.roots = roots;
    }

    /** No block is known: nothing can be proven. */
    public static KnownHeaders none() {
        return new KnownHeaders(new TreeMap<>());
    }

    /**
     * Reads a file of headers.
     *
     * @throws ExplainedFailure naming the file and what is wrong with it
     */
    public static KnownHeaders load(Path file) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new ExplainedFailure(file + " is not a readable JSON file", e);
        }
        if (json == null || !json.isObject()) {
            throw new ExplainedFailure(file + " is not a JSON object of heights and merkle roots");
        }
        TreeMap<Long, MerkleRoot> roots = new TreeMap<>();
        json.properties()
                .forEach(
                        entry ->
                                roots.put(
                                        height(file, entry.getKey()),
                                        root(file, entry.getKey(), entry.getValue())));
        return new KnownHeaders(roots);
    }

    private static long height(Path file, String key) {
        if (!key.matches("0|[1-9][0-9]{0,9}")) {
            throw new ExplainedFailure(file + ": '" + key + "' is not a block height");
        }
        return Long.parseLong(key);
    }

    private static MerkleRoot root(Path file, String key, JsonNode value) {
        try {
            return MerkleRoot.fromDisplayHex(value.asText());
        } catch (MalformedException e) {
            throw new ExplainedFailure(
                    file + ": the merkle root at height " + key + " is " + e.getMessage(), e);
        }
    }

    /** The greatest known height, 0 if there is none. */
    public long highest() {
        return roots.isEmpty() ? 0 : roots.lastKey();
    }

    public RootAnswer answer(RootQuery query) {
        MerkleRoot known = roots.get(query.height());
        if (known == null) {
            return RootAnswer.UNKNOWN;
        }
        return known.equals(query.root()) ? RootAnswer.TRUE : RootAnswer.FALSE;
    }
}
