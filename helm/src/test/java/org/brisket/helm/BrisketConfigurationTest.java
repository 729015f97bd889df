package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.brisket.job.config.BrisketConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart writes is what Brisket and its Kafka clients read. */
final class BrisketConfigurationTest {
    private Secrets secrets;

    @BeforeEach
    void mountSecrets(@TempDir Path folder) throws IOException {
        secrets =
                new Secrets(folder)
                        .with("/etc/brisket/secrets/headers/api-key", "headers key")
                        .with("/etc/brisket/secrets/arc-one/api-key", "arc key")
                        .with("/etc/brisket/secrets/arc-one/callback-token", "token")
                        .with("/etc/brisket/kafka/sasl/sasl.jaas.config", "login line")
                        .with("/etc/brisket/kafka/client/user.crt", "certificate")
                        .with("/etc/brisket/kafka/client/user.key", "private key");
    }

    @Test
    void isAcceptedInOperatorMode() {
        BrisketConfig config = load(Chart.render(Chart.OPERATOR));

        assertThat(config.spv().chainTrackers()).hasSize(3);
        assertThat(config.spv().cacheEntries()).isEqualTo(10_000_000);
        assertThat(config.spv().chainTrackers().get(1).apiKeyFile().orElseThrow().reveal())
                .isEqualTo("headers key");
    }

    @Test
    void isAcceptedInStandaloneMode() {
        assertThat(load(Chart.render(Chart.STANDALONE)).kafka().bootstrapServers())
                .isEqualTo("kafka:9093");
    }

    @Test
    void saysNothingOfALoginThatIsNotNeeded() {
        BrisketConfig config = load(Chart.render(Chart.MINIMAL));

        assertThat(config.kafka().properties().asMap()).isEmpty();
    }

    @Test
    void letsKafkaReadTheLoginFromItsFile() {
        BrisketConfig config = load(Chart.render(Chart.OPERATOR));
        ProducerConfig client = client(config);

        assertThat(client.getString("security.protocol")).isEqualTo("SASL_SSL");
        assertThat(client.getString("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
        assertThat(client.getPassword("sasl.jaas.config").value()).isEqualTo("login line");
        assertThat(client.getString("ssl.truststore.type")).isEqualTo("PEM");
        assertThat(client.getString("ssl.truststore.location")).endsWith("/kafka/ca/ca.crt");
    }

    @Test
    void letsKafkaReadTheCertificateFromItsFiles() {
        ProducerConfig client = client(load(Chart.render(Chart.STANDALONE)));

        assertThat(client.getString("security.protocol")).isEqualTo("SSL");
        assertThat(client.getPassword("ssl.keystore.certificate.chain").value())
                .isEqualTo("certificate");
        assertThat(client.getPassword("ssl.keystore.key").value()).isEqualTo("private key");
    }

    @Test
    void namesOnlyFilesThatAreMounted() {
        for (Path values : new Path[] {Chart.OPERATOR, Chart.STANDALONE}) {
            Manifests manifests = Chart.render(values);
            for (JsonNode pod : manifests.pods()) {
                assertThat(pod.at("/spec/containers/0/volumeMounts").findValuesAsText("mountPath"))
                        .containsAll(secretFolders(manifests.brisketYaml()));
            }
        }
    }

    private static Set<String> secretFolders(String yaml) {
        return Pattern.compile("/etc/brisket/(secrets|kafka)/[^/:\\s]+")
                .matcher(yaml)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private BrisketConfig load(Manifests manifests) {
        return BrisketConfig.load(secrets.relocate(manifests.brisketYaml()));
    }

    private static ProducerConfig client(BrisketConfig config) {
        Map<String, Object> properties = new LinkedHashMap<>(config.kafka().properties().asMap());
        properties.put("bootstrap.servers", config.kafka().bootstrapServers());
        properties.put(
                "key.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        properties.put(
                "value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
        return new ProducerConfig(properties);
    }
}
