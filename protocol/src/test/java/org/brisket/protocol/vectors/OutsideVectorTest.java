package org.brisket.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.opentest4j.TestAbortedException;

/**
 * Files that are about servers and about functions which the library does not have. Each of their
 * vectors is listed as not applicable with the reason; another directory may hold more of them,
 * which are then reported as not listed.
 */
class OutsideVectorTest {
    @VectorTest("broadcast/arc_outcomes.json")
    void hasNothingToDoWithBroadcastArcOutcomes(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/auth/brc31-handshake.json")
    void hasNothingToDoWithAuthBrc31Handshake(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/broadcast/arc-submit.json")
    void hasNothingToDoWithBroadcastArcSubmit(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/broadcast/merkle-path-validation.json")
    void hasNothingToDoWithBroadcastMerklePathValidation(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/broadcast/merkle-service.json")
    void hasNothingToDoWithBroadcastMerkleService(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/messaging/authsocket.json")
    void hasNothingToDoWithMessagingAuthsocket(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/overlay/lookup.json")
    void hasNothingToDoWithOverlayLookup(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/overlay/submit.json")
    void hasNothingToDoWithOverlaySubmit(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/overlay/topic-management.json")
    void hasNothingToDoWithOverlayTopicManagement(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/payments/brc121.json")
    void hasNothingToDoWithPaymentsBrc121(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/payments/brc29-payment-protocol.json")
    void hasNothingToDoWithPaymentsBrc29PaymentProtocol(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/regressions/bip276-hex-decode.json")
    void hasNothingToDoWithRegressionsBip276HexDecode(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/regressions/fee-model-mismatch.json")
    void hasNothingToDoWithRegressionsFeeModelMismatch(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/regressions/script-fromasm-numeric-token.json")
    void hasNothingToDoWithRegressionsScriptFromasmNumericToken(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/sdk/compat/bsm.json")
    void hasNothingToDoWithSdkCompatBsm(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/sdk/crypto/ecies.json")
    void hasNothingToDoWithSdkCryptoEcies(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/sync/gasp-protocol.json")
    void hasNothingToDoWithSyncGaspProtocol(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/wallet/brc100/revealcounterpartykeylinkage.json")
    void hasNothingToDoWithWalletBrc100Revealcounterpartykeylinkage(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("conformance/wallet/brc100/revealspecifickeylinkage.json")
    void hasNothingToDoWithWalletBrc100Revealspecifickeylinkage(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("payments/brc121_requests.json")
    void hasNothingToDoWithPaymentsBrc121Requests(JsonNode vector) {
        notListed(vector);
    }

    @VectorTest("sync/gasp_exchange.json")
    void hasNothingToDoWithSyncGaspExchange(JsonNode vector) {
        notListed(vector);
    }

    private static void notListed(JsonNode vector) {
        throw new TestAbortedException(
                "not listed, and nothing here evaluates its file: " + vector.path("id").asText());
    }
}
