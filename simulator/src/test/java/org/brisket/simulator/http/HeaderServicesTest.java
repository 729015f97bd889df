package org.brisket.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.SimulatedChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeaderServicesTest {
    private static final String ROOT_814435 =
            "bb6f640cc4ee56bf38eb5a1969ac0c16caa2d3d202b22bf3735d10eec0ca6e00";
    private static final long BASE = SimulatedChain.FIRST_HEIGHT;

    private final NetworkFixture fixture = new NetworkFixture();
    private final SimulatedChain chain = fixture.network.chain();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatsOnChainGivesHeadersByHeight() {
        String base = fixture.network.whatsOnChain().url() + "/v1/bsv/main/";
        JsonNode simulated = fixture.get(base + "block/" + BASE + "/header").json();
        BlockHeader header = chain.at(BASE).orElseThrow();
        assertThat(simulated.get("merkleroot").textValue())
                .isEqualTo(header.merkleRoot().toString());
        assertThat(simulated.get("hash").textValue()).isEqualTo(header.hash().toString());
        assertThat(simulated.get("bits").textValue()).isEqualTo("207fffff");
        assertThat(simulated.get("height").longValue()).isEqualTo(BASE);
        JsonNode real = fixture.get(base + "block/814435/header").json();
        assertThat(real.get("merkleroot").textValue()).isEqualTo(ROOT_814435);
        assertThat(fixture.get(base + "block/814436/header").status()).isEqualTo(404);
        assertThat(fixture.get(base + "block/" + (BASE + 9) + "/header").status()).isEqualTo(404);
    }

    @Test
    void whatsOnChainTellsTheHeightInBothWays() {
        fixture.network.mineBlock();
        String base = fixture.network.whatsOnChain().url() + "/v1/bsv/main/";
        long tip = chain.tipHeight();
        assertThat(fixture.get(base + "chain/info").json().get("blocks").longValue())
                .isEqualTo(tip);
        JsonNode newest = fixture.get(base + "block/headers").json();
        assertThat(newest.get(0).get("height").longValue()).isEqualTo(tip);
        assertThat(newest.get(1).get("height").longValue()).isEqualTo(tip - 1);
    }

    @Test
    void blockHeadersServiceConfirmsRoots() {
        String url =
                fixture.network.blockHeadersService().url() + "/api/v1/chain/merkleroot/verify";
        String right = root(814_435, ROOT_814435);
        String wrong = root(814_435, "00".repeat(32));
        String beyond = root(BASE + 100, ROOT_814435);
        JsonNode confirmed = verify(url, right);
        assertThat(confirmed.get("confirmationState").textValue()).isEqualTo("CONFIRMED");
        JsonNode one = confirmed.get("confirmations").get(0);
        assertThat(one.get("confirmation").textValue()).isEqualTo("CONFIRMED");
        assertThat(one.get("blockHeight").longValue()).isEqualTo(814_435);
        assertThat(one.get("blockHash").textValue()).hasSize(64);
        assertThat(verify(url, right, wrong).get("confirmationState").textValue())
                .isEqualTo("INVALID");
        assertThat(verify(url, right, beyond).get("confirmationState").textValue())
                .isEqualTo("UNABLE_TO_VERIFY");
        assertThat(fixture.post(url, "application/json", "{}".getBytes(UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void blockHeadersServiceTellsTheTip() {
        String url = fixture.network.blockHeadersService().url() + "/api/v1/chain/tip/longest";
        JsonNode tip = fixture.get(url).json();
        assertThat(tip.get("height").longValue()).isEqualTo(chain.tipHeight());
        assertThat(tip.get("state").textValue()).isEqualTo("LONGEST_CHAIN");
        assertThat(tip.get("header").get("hash").textValue())
                .isEqualTo(chain.at(chain.tipHeight()).orElseThrow().hash().toString());
    }

    @Test
    void chaintracksWrapsItsAnswersInAnEnvelope() throws MalformedException {
        String base = fixture.network.chaintracks().url();
        JsonNode height = fixture.get(base + "/getPresentHeight").json();
        assertThat(height.get("status").textValue()).isEqualTo("success");
        assertThat(height.get("value").longValue()).isEqualTo(chain.tipHeight());
        JsonNode header = fixture.get(base + "/findHeaderHexForHeight?height=814435").json();
        assertThat(header.get("value").get("merkleRoot").textValue()).isEqualTo(ROOT_814435);
        assertThat(header.get("value").get("height").longValue()).isEqualTo(814_435);
        JsonNode unknown = fixture.get(base + "/findHeaderHexForHeight?height=814436").json();
        assertThat(unknown.get("status").textValue()).isEqualTo("success");
        assertThat(unknown.has("value")).isFalse();
        assertThat(fixture.get(base + "/findHeaderHexForHeight?height=x").status()).isEqualTo(400);
        String headers =
                fixture.get(base + "/getHeaders?height=" + BASE + "&count=5")
                        .json()
                        .get("value")
                        .textValue();
        assertThat(BlockHeader.parse(Hex.decode(headers.substring(0, 160))))
                .isEqualTo(chain.at(BASE).orElseThrow());
        assertThat(fixture.get(base + "/getInfo").json().get("value").get("chain").textValue())
                .isEqualTo("main");
    }

    @Test
    void liesOnlyWhereItIsToldTo() throws MalformedException {
        MerkleRoot lie = MerkleRoot.fromDisplayHex("11".repeat(32));
        HeaderEndpoint liar = fixture.network.whatsOnChain();
        liar.lie(BASE, lie);
        String url = liar.url() + "/v1/bsv/main/block/" + BASE + "/header";
        assertThat(fixture.get(url).json().get("merkleroot").textValue()).isEqualTo(lie.toString());
        String honest =
                fixture.network.chaintracks().url() + "/findHeaderHexForHeight?height=" + BASE;
        assertThat(fixture.get(honest).json().get("value").get("merkleRoot").textValue())
                .isEqualTo(chain.rootAt(BASE).orElseThrow().toString());
        liar.stopLying();
        assertThat(fixture.get(url).json().get("merkleroot").textValue())
                .isEqualTo(chain.rootAt(BASE).orElseThrow().toString());
    }

    @Test
    void asksForKeysInTheMannerOfEachService() {
        var options = SimulatedNetworkOptions.defaults().withHeadersKey("sesame");
        try (NetworkFixture guarded = new NetworkFixture(options)) {
            String woc = guarded.network.whatsOnChain().url() + "/v1/bsv/main/chain/info";
            assertThat(guarded.get(woc).status()).isEqualTo(401);
            assertThat(guarded.get(woc, "Authorization", "sesame").status()).isEqualTo(200);
            String bhs = guarded.network.blockHeadersService().url() + "/api/v1/chain/tip/longest";
            assertThat(guarded.get(bhs, "Authorization", "sesame").status()).isEqualTo(401);
            assertThat(guarded.get(bhs, "Authorization", "Bearer sesame").status()).isEqualTo(200);
        }
    }

    @Test
    void saysInOneLineThatAPortIsInUse() throws IOException {
        SimulatedChain empty = new SimulatedChain(1, FundingOptions.none());
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket owner = new ServerSocket(0, 1, loopback)) {
            var options = SimulatedNetworkOptions.defaults().withPort(owner.getLocalPort());
            assertThatThrownBy(() -> SimulatedNetwork.start(empty, options))
                    .isInstanceOf(NetworkStartException.class)
                    .hasMessageStartingWith("port " + owner.getLocalPort() + " on 127.0.0.1");
        }
    }

    private JsonNode verify(String url, String... roots) {
        String body = "[" + String.join(",", roots) + "]";
        return fixture.post(url, "application/json", body.getBytes(UTF_8)).json();
    }

    private static String root(long height, String root) {
        return "{\"merkleRoot\":\"" + root + "\",\"blockHeight\":" + height + "}";
    }

    @Test
    void countsLookupsButNotReadingOn() {
        String woc = fixture.network.whatsOnChain().url() + "/v1/bsv/main/";
        String chaintracks = fixture.network.chaintracks().url();
        fixture.get(woc + "block/headers");
        fixture.get(woc + "chain/info");
        fixture.get(chaintracks + "/getHeaders?height=" + BASE + "&count=5");
        assertThat(fixture.network.whatsOnChain().lookups()).isZero();
        assertThat(fixture.network.chaintracks().lookups()).isZero();

        fixture.get(woc + "block/" + BASE + "/header");
        fixture.get(chaintracks + "/findHeaderHexForHeight?height=" + BASE);
        assertThat(fixture.network.whatsOnChain().lookups()).isEqualTo(1);
        assertThat(fixture.network.chaintracks().lookups()).isEqualTo(1);
    }
}
