package org.brisket.protocol.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.vectors.VectorTest;

/** Parsing, writing and verifying of BEEF against the public vectors. */
class BeefVectorTest {
    private static final ChainTip TIP = new ChainTip(2_000_000, 1_900_000_000L);
    private static final SpvVerifier VERIFIER =
            new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.ALWAYS, Secp256k1.best());

    @VectorTest("beef/beef_valid.json")
    void acceptsExactlyTheSubjectsThatVerify(JsonNode vector) throws MalformedException {
        JsonNode expected = vector.path("expected");
        Beef beef = parse(vector);
        assertContents(beef, expected);
        Set<RootQuery> known = roots(expected.path("bumps"));
        assertThat(accepts(beef, known))
                .as(() -> why(beef, known))
                .isEqualTo(expected.path("subject_spv_valid").asBoolean());
        assertThat(Hex.encode(beef.toBytes())).isEqualTo(vector.at("/input/beef_hex").asText());
    }

    private static void assertContents(Beef beef, JsonNode expected) throws MalformedException {
        assertThat(beef.version())
                .isEqualTo(expected.path("version").asInt() == 1 ? BeefVersion.V1 : BeefVersion.V2);
        assertThat(beef.entries()).hasSize(expected.path("txs").size());
        for (int i = 0; i < beef.entries().size(); i++) {
            JsonNode transaction = expected.path("txs").get(i);
            BeefEntry entry = beef.entries().get(i);
            assertThat(entry.txid()).hasToString(transaction.path("txid").asText());
            assertThat(entry.bumpIndex().map(String::valueOf).orElse("null"))
                    .isEqualTo(transaction.path("bump_index").asText());
        }
    }

    @VectorTest("beef/beef_invalid.json")
    void refusesWhatMustBeRefused(JsonNode vector) throws MalformedException {
        JsonNode expected = vector.path("expected");
        if (expected.path("parse_error").asBoolean()) {
            assertThatThrownBy(() -> parse(vector)).isInstanceOf(MalformedException.class);
            return;
        }
        Beef beef = parse(vector);
        assertThat(accepts(beef, knownRoots(expected, beef)))
                .as("accepted")
                .isEqualTo(isAcceptedByDesign(vector));
    }

    /**
     * Order carries no information, and what the subject does not descend from takes no part:
     * wallets in use send both, and nothing rests on either.
     */
    private static boolean isAcceptedByDesign(JsonNode vector) {
        String description = vector.path("description").asText();
        return vector.path("expected").path("strict_only").asBoolean()
                && (description.startsWith("swap-order")
                        || description.startsWith("atomic-extra-tx"));
    }

    private static Set<RootQuery> knownRoots(JsonNode expected, Beef beef)
            throws MalformedException {
        if (!expected.path("merkle_roots_match_original").asBoolean(true)) {
            Set<RootQuery> known = new HashSet<>();
            for (var root : expected.path("original_roots").properties()) {
                known.add(query(Long.parseLong(root.getKey()), root.getValue().asText()));
            }
            return known;
        }
        // The proofs are not what is wrong with these: let a tracker agree with all of them.
        Set<RootQuery> known = new HashSet<>();
        for (BeefEntry entry : beef.entries()) {
            for (var bump : beef.bumps()) {
                if (bump.contains(entry.txid())) {
                    known.add(new RootQuery(bump.blockHeight(), bump.rootOf(entry.txid())));
                }
            }
        }
        return known;
    }

    private static Set<RootQuery> roots(JsonNode bumps) {
        Set<RootQuery> known = new HashSet<>();
        for (JsonNode bump : bumps) {
            known.add(query(bump.path("height").asLong(), bump.path("merkle_root").asText()));
        }
        return known;
    }

    private static RootQuery query(long height, String root) {
        try {
            return new RootQuery(height, MerkleRoot.fromDisplayHex(root));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean accepts(Beef beef, Set<RootQuery> known) {
        return why(beef, known).equals("accepted");
    }

    private static String why(Beef beef, Set<RootQuery> known) {
        try {
            BeefGraph graph = beef.graph();
            RequiredRoots required = VERIFIER.requiredRoots(graph);
            if (required instanceof RequiredRoots.Rejected rejected) {
                return rejected.rejection().toString();
            }
            List<RootQuery> queries = ((RequiredRoots.Roots) required).queries();
            assertThat(queries).isNotEmpty();
            if (!known.containsAll(queries)) {
                return "roots not known: " + queries;
            }
            SpvVerdict verdict = VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE);
            return verdict instanceof SpvVerdict.Accepted ? "accepted" : verdict.toString();
        } catch (MalformedException e) {
            return e.getMessage();
        }
    }

    @VectorTest("beef/beef_reencode.json")
    void convertsBetweenTheFourEncodingsByteForByte(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        Beef v1 = parse(input.path("v1_hex"));
        Txid subject = v1.graph().subject().txid();
        assertThat(subject).hasToString(vector.at("/expected/subject_txid").asText());
        Beef v2 = v1.withVersion(BeefVersion.V2);
        assertBytes(v1, input.path("v1_hex"));
        assertBytes(v2, input.path("v2_hex"));
        assertBytes(v1.withAtomicSubject(subject), input.path("atomic_over_v1_hex"));
        assertBytes(v2.withAtomicSubject(subject), input.path("atomic_over_v2_hex"));
    }

    /** Other libraries call these valid without asking anybody for the roots. */
    @VectorTest("conformance/regressions/beef-isvalid-hydration.json")
    void readsABeefWhoseLeafIsNotFlagged(JsonNode vector) throws MalformedException {
        Beef beef = parse(vector);
        assertThat(accepts(beef, knownRoots(vector.path("expected"), beef)))
                .as(why(beef, knownRoots(vector.path("expected"), beef)))
                .isTrue();
        assertThat(why(beef, Set.of())).startsWith("roots not known");
    }

    @VectorTest("conformance/regressions/beef-v2-txid-panic.json")
    void findsNoSubjectInAnEmptyBeef(JsonNode vector) throws MalformedException {
        byte[] bytes = Hex.decode(vector.at("/input/beef_hex").asText());
        boolean readable = true;
        try {
            assertThat(Beef.parse(bytes, BeefLimits.DEFAULT).entries()).isEmpty();
        } catch (MalformedException e) {
            readable = false;
        }
        // One of them ends in a superfluous byte, which strict readers refuse.
        assertThat(readable).isEqualTo(bytes.length == 6);
    }

    private static void assertBytes(Beef beef, JsonNode hex) throws MalformedException {
        assertThat(Hex.encode(beef.toBytes())).isEqualTo(hex.asText());
        assertThat(Hex.encode(parse(hex).toBytes())).isEqualTo(hex.asText());
    }

    private static Beef parse(JsonNode vectorOrHex) throws MalformedException {
        String hex =
                vectorOrHex.isTextual()
                        ? vectorOrHex.asText()
                        : vectorOrHex.path("input").path("beef_hex").asText();
        return Beef.parse(Hex.decode(hex), BeefLimits.DEFAULT);
    }
}
