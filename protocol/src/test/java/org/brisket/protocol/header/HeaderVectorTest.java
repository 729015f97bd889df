package org.brisket.protocol.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Map;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.vectors.VectorTest;

/** Real chains, and copies of them that are broken in one place. */
class HeaderVectorTest {
    private static final int KEPT = 10_000;
    private static final long NOW = 1_800_000_000;

    private static final Map<String, String> FAULTS =
            Map.of(
                    "proof of work", "PROOF_OF_WORK",
                    "previous hash", "ORPHAN",
                    "median time past (time must be greater)", "TIME_TOO_EARLY",
                    "bits above the limit", "TARGET_OUT_OF_RANGE",
                    "negative bits", "TARGET_OUT_OF_RANGE");

    @VectorTest("headers/header_chains.json")
    void followsTheChainAsFarAsItIsSound(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        HeaderRules rules =
                input.has("network_rules") ? HeaderRules.REGRESSION_TEST : HeaderRules.MAIN;
        JsonNode headers = input.path("headers_hex");
        BlockHeader anchor = header(headers.get(0));
        assertThat(HeaderChecks.work(rules, anchor, anchor.hash())).isEmpty();
        HeaderChain chain =
                HeaderChain.from(rules, anchor, input.path("start_height").asLong(), KEPT);

        int sound = expected.path("first_bad_index").asInt(headers.size());
        for (int i = 1; i < sound; i++) {
            assertThat(chain.accept(header(headers.get(i)), NOW))
                    .as("header %d", i)
                    .isInstanceOf(HeaderOutcome.Best.class);
        }
        if (expected.path("valid").asBoolean()) {
            assertWhole(chain, anchor, expected);
        } else {
            assertThat(fault(chain.accept(header(headers.get(sound)), NOW)))
                    .isEqualTo(FAULTS.get(expected.path("reason").asText()));
        }
    }

    private static void assertWhole(HeaderChain chain, BlockHeader anchor, JsonNode expected) {
        assertThat(chain.tipHash()).hasToString(expected.path("last_block_hash").asText());
        if (expected.has("chain_work_of_these_hex")) {
            BigInteger first = Target.work(Target.fromBits(anchor.bits()));
            assertThat(chain.chainWork().add(first).toString(16))
                    .isEqualTo(expected.path("chain_work_of_these_hex").asText());
        }
        if (expected.has("merkle_root_first")) {
            assertThat(anchor.merkleRoot())
                    .hasToString(expected.path("merkle_root_first").asText());
        }
    }

    private static BlockHeader header(JsonNode hex) throws MalformedException {
        byte[] bytes = Hex.decode(hex.asText());
        BlockHeader header = BlockHeader.parse(bytes);
        assertThat(header.toBytes()).isEqualTo(bytes);
        return header;
    }

    private static String fault(HeaderOutcome outcome) {
        if (outcome instanceof HeaderOutcome.Orphan) {
            return "ORPHAN";
        }
        return outcome instanceof HeaderOutcome.Refused refused
                ? refused.fault().name()
                : outcome.toString();
    }
}
