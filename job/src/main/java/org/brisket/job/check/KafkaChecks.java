package org.brisket.job.check;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.brisket.connectors.kafka.KafkaAdministration;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.topology.ConnectorSettings;

/**
 * Asks the brokers. That they answer and that all topics exist is found out before; what they do
 * not let us see is left to whoever needs it later.
 */
final class KafkaChecks {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private KafkaChecks() {}

    static void run(BrisketConfig config, Optional<FlinkFacts> flink, Findings findings) {
        KafkaConfig kafka = config.kafka();
        try (Admin admin = KafkaAdministration.open(new ConnectorSettings(config).kafka())) {
            new BrokerChecks(admin, findings).run();
            new TopicChecks(admin, findings).run(required(kafka.topics()), flink, kafka.topics());
            new IdentityChecks(admin, findings).run(kafka);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            findings.warn(
                    "not everything could be asked of Kafka: %s", KafkaAdministration.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.problem("interrupted while asking Kafka");
        }
    }

    /** What the job does with each topic. The sink also looks up its producers, which is READ. */
    static Map<String, Set<AclOperation>> required(KafkaTopics topics) {
        Map<String, Set<AclOperation>> required = new LinkedHashMap<>();
        for (String in :
                List.of(topics.submissions(), topics.networkEvents(), topics.stateQueries())) {
            required.put(in, Set.of(DESCRIBE, READ));
        }
        for (String out : topics.outputs().values()) {
            required.put(out, Set.of(DESCRIBE, READ, WRITE));
        }
        return required;
    }

    static <T> T await(KafkaFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
