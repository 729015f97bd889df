package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DryRunTest {
    @Test
    void hasNoEffectAndNoNameInCommonWithTheRealJob() {
        BrisketConfig real = BrisketConfig.load(ConfigFixture.LEAST);

        BrisketConfig dry = DryRun.of(real);

        assertThat(dry.extendedFormatBroadcasting().enabled()).isFalse();
        assertThat(dry.kafka().consumerGroup()).isEqualTo("brisket-dry-run");
        assertThat(dry.kafka().transactionalIdPrefix()).isEqualTo("brisket-dry-run");
        assertThat(dry.kafka().topics().submissions()).isEqualTo("beef-submissions");
        assertThat(dry.kafka().topics().networkEvents()).isEqualTo("network-events");
        for (String written :
                new String[] {"results", "admissions", "rollbacks", "rejections", "transactions"}) {
            assertThat(dry.toYaml()).contains(written + ": dry-run.beef-" + written);
        }
        assertThat(dry.kafka().topics().decisions()).isEqualTo("dry-run.decisions");
        assertThat(dry.kafka().topics().stateAnswers()).isEqualTo("dry-run.state-answers");
    }

    @Test
    void leavesEverythingElseAsItIs() {
        BrisketConfig real = BrisketConfig.load(ConfigFixture.LEAST);
        BrisketConfig dry = DryRun.of(real);

        assertThat(dry.spv()).isEqualTo(real.spv());
        assertThat(dry.beefProcessing()).isEqualTo(real.beefProcessing());
        assertThat(dry.extendedFormatBroadcasting().endpoints())
                .isEqualTo(real.extendedFormatBroadcasting().endpoints());
        assertThat(BrisketConfig.load(dry.toYaml()).sha256()).isEqualTo(dry.sha256());
    }
}
