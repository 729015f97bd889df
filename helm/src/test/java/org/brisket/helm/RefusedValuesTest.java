package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that cannot work is refused before anything is installed, by its name. */
final class RefusedValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mode=both                                    | /mode
                    moed=operator                                | moed
                    image.digest=latest                          | /image/digest
                    flink.checkpointInterval=10 parsecs          | /flink/checkpointInterval
                    flink.version=v1_20                          | /flink/version
                    scaling.max=721                              | /scaling/max
                    scaling.min=0                                | /scaling/min
                    taskManager.memory=4G                        | /taskManager/memory
                    storage.s3.uri=https://bucket                | /storage/s3/uri
                    kafka.securityProtocol=SASL_PLAINTEXT        | /kafka/securityProtocol
                    rewind=Not A Name                            | /rewind
                    secrets[0]=Not A Name                        | /secrets/0
                    brisket.spv.qourum=2                         | qourum
                    brisket.spv.validation-timeout=5             | /brisket/spv/validation-timeout
                    brisket.spv.chain-trackers[0].kind=oracle    | /brisket/spv/chain-trackers/0/kind
                    operator.upgradeMode=lastState               | /operator/upgradeMode
                    """)
    void schemaNamesTheValue(String setting, String place) {
        assertThatThrownBy(() -> Chart.render(Chart.MINIMAL, setting)).hasMessageContaining(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scaling.min=101                        | scaling.min (101) is above scaling.max (100)
                    brisket.spv.quorum=3                   | brisket.spv.chain-trackers: 2 given, must be at least the quorum (3)
                    brisket.spv.quorum=1                   | brisket.spv.quorum: 1 given, must be more than half of the chain-trackers (2)
                    kafka.securityProtocol=SASL_SSL        | kafka.sasl.secret: must be given for SASL_SSL
                    kafka.securityProtocol=SSL             | kafka.tls.clientSecret: must be given for SSL
                    storage.s3.uri=                        | storage.s3.uri: must be given
                    podDisruptionBudget.minTaskManagers=3  | podDisruptionBudget.minTaskManagers: must be below scaling.min (3)
                    scaling.operator.scaleDownBelow=1      | scaling.operator.targetUtilization: must lie between
                    scaling.standalone.targetCpuPercent=80 | scaling.standalone.targetCpuPercent: must lie between
                    flink.configuration.pipeline\\.max-parallelism=100 | flink.configuration: pipeline.max-parallelism is set by the chart
                    """)
    void chartSaysWhatDoesNotFit(String setting, String message) {
        assertThatThrownBy(() -> Chart.render(Chart.MINIMAL, setting))
                .hasMessageContaining(message);
    }

    @Test
    void newGenerationNeedsASavepoint() {
        assertThatThrownBy(
                        () ->
                                Chart.render(
                                        Chart.MINIMAL,
                                        "mode=standalone",
                                        "standalone.generation=2"))
                .hasMessageContaining("standalone.savepoint: must be given");
    }

    @Test
    void defaultsAloneSayWhatIsMissing() {
        assertThatThrownBy(() -> Chart.render(Chart.FOLDER.resolve("values.yaml")))
                .hasMessageContaining("brisket.spv.chain-trackers: 0 given");
    }

    @Test
    void propertyThatTheChartSetsIsRefused() {
        assertThatThrownBy(
                        () ->
                                Chart.render(
                                        Chart.OPERATOR,
                                        "brisket.kafka.properties.sasl\\.mechanism=PLAIN"))
                .hasMessageContaining("sasl.mechanism is set by the chart");
    }
}
