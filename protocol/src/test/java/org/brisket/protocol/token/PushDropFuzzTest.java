package org.brisket.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.brisket.protocol.advert.ServiceAdvert;
import org.brisket.protocol.bytes.ByteSlice;

class PushDropFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void readsTokens(byte[] bytes) {
        ByteSlice script = ByteSlice.of(bytes);
        for (PushDrop.Layout layout : PushDrop.Layout.values()) {
            PushDrop.decode(layout, script)
                    .ifPresent(
                            token -> {
                                byte[] again =
                                        PushDrop.lock(
                                                layout,
                                                token.lockingPublicKey(),
                                                token.fields().stream()
                                                        .map(ByteSlice::toByteArray)
                                                        .toList());
                                assertThat(PushDrop.decode(layout, ByteSlice.of(again)))
                                        .contains(token);
                            });
        }
        FungibleToken.decode(script)
                .ifPresent(
                        token ->
                                assertThat(token.amount())
                                        .isBetween(1L, FungibleToken.LARGEST_AMOUNT));
        ServiceAdvert.decode(script);
    }
}
