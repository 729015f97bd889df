package org.brisket.protocol.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.limit.Limits;

class CertificateFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void readsAndVerifies(byte[] bytes) {
        try {
            Certificate certificate = Certificate.parse(bytes, Limits.DEFAULT);
            assertThat(certificate.toBytes()).isEqualTo(bytes);
            certificate
                    .verified()
                    .ifPresent(signed -> assertThat(signed.verified()).contains(signed));
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
