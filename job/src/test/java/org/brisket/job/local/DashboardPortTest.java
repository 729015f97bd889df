package org.brisket.job.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.brisket.job.failure.ExplainedFailure;
import org.junit.jupiter.api.Test;

final class DashboardPortTest {
    @Test
    void explainsThatTheWantedPortIsInUse() throws IOException {
        try (ServerSocket owner = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = owner.getLocalPort();

            assertThatThrownBy(() -> DashboardPort.choose(Optional.of(port)))
                    .isInstanceOf(ExplainedFailure.class)
                    .hasMessage(
                            "port %d is in use, so the dashboard cannot have it; choose another with --dashboard-port",
                            port);
        }
    }

    @Test
    void choosesTheUsualPortOrSaysThatItIsTaken() {
        DashboardPort port = DashboardPort.choose(Optional.empty());

        assertThat(port.usualTaken()).isEqualTo(port.number() != DashboardPort.USUAL);
        assertThat(port.isFree()).isTrue();
        assertThat(port.url()).isEqualTo("http://localhost:" + port.number());
    }
}
