package org.brisket.protocol.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.key.PublicKey;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.spv.VerifiedTransactions;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.vectors.VectorTest;

class PaymentVectorTest {
    @VectorTest("payments/brc29_payments.json")
    void knowsThePaymentsOfItsOwn(JsonNode vector) throws MalformedException {
        JsonNode input = vector.path("input");
        JsonNode expected = vector.path("expected");
        PaymentDerivation derivation =
                PaymentDerivation.of(
                        input.path("derivationPrefix").asText(),
                        input.path("derivationSuffix").asText());
        PrivateKey payee = PrivateKey.fromHex(input.path("recipient_private_key_hex").asText());
        PublicKey payer = PublicKey.fromHex(input.path("sender_identity_key").asText());
        Transaction payment = verified(input, "transaction_beef_hex");
        int output = input.path("outputIndex").asInt();

        assertThat(verified(input, "transaction_atomic_beef_hex")).isEqualTo(payment);
        assertThat(derivation.pays(payment, output, payee, payer))
                .isEqualTo(expected.path("valid").asBoolean());
        if (expected.path("valid").asBoolean()) {
            PrivateKey key = derivation.spendingKey(payee, payer);
            assertThat(payment).hasToString(expected.path("txid").asText());
            assertThat(payment.satoshis(output)).isEqualTo(expected.path("satoshis").asLong());
            assertThat(derivation.invoice()).hasToString(expected.path("invoice_number").asText());
            assertThat(key)
                    .isEqualTo(
                            PrivateKey.fromHex(expected.path("derived_private_key_hex").asText()));
            assertThat(key.publicKey())
                    .hasToString(expected.path("derived_public_key_hex").asText());
            assertThat(ByteSlice.of(P2pkh.lock(key.publicKey())))
                    .hasToString(expected.path("locking_script_hex").asText());
        }
    }

    private static Transaction verified(JsonNode input, String field) throws MalformedException {
        BeefGraph graph =
                Beef.parse(Hex.decode(input.path(field).asText()), Limits.DEFAULT).graph();
        SpvVerifier verifier =
                new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.ALWAYS, Secp256k1.best());
        Set<RootQuery> chain = new HashSet<>();
        for (JsonNode block : input.path("chain")) {
            chain.add(
                    new RootQuery(
                            block.path("height").asLong(),
                            MerkleRoot.fromDisplayHex(block.path("merkle_root").asText())));
        }
        List<RootQuery> required = ((RequiredRoots.Roots) verifier.requiredRoots(graph)).queries();
        assertThat(chain).containsAll(required);
        SpvVerdict verdict =
                verifier.verify(
                        graph, new ChainTip(2_000_000, 1_900_000_000L), VerifiedTransactions.NONE);
        assertThat(verdict).isInstanceOf(SpvVerdict.Accepted.class);
        return graph.subject();
    }
}
