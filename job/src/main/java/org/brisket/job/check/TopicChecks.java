package org.brisket.job.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.brisket.job.config.KafkaTopics;

/** Whether the topics are as the job needs them, and whether it may use them. */
final class TopicChecks {
    private static final String LARGEST = "max.message.bytes";
    private static final String CLEANUP = "cleanup.policy";

    private final Admin admin;
    private final Findings findings;

    TopicChecks(Admin admin, Findings findings) {
        this.admin = admin;
        this.findings = findings;
    }

    void run(
            Map<String, Set<AclOperation>> required, Optional<FlinkFacts> flink, KafkaTopics topics)
            throws TimeoutException, InterruptedException, ExecutionException {
        DescribeTopicsOptions options =
                new DescribeTopicsOptions().includeAuthorizedOperations(true);
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(required.keySet(), options).topicNameValues();
        for (Map.Entry<String, Set<AclOperation>> topic : required.entrySet()) {
            Optional<TopicDescription> description = known(found.get(topic.getKey()));
            description.ifPresent(
                    one ->
                            checkRights(
                                    topic.getKey(), topic.getValue(), one.authorizedOperations()));
            if (topic.getKey().equals(topics.submissions())) {
                description.ifPresent(one -> checkPartitions(one, flink));
            }
        }
        checkSettings(required.keySet(), topics);
    }

    /** That a topic does not exist is said by another check. */
    private static <T> Optional<T> known(KafkaFuture<T> answer)
            throws TimeoutException, InterruptedException {
        try {
            return Optional.of(KafkaChecks.await(answer));
        } catch (ExecutionException absentOrForbidden) {
            return Optional.empty();
        }
    }

    /** Brokers without access lists allow everything. */
    void checkRights(String topic, Set<AclOperation> required, Set<AclOperation> allowed) {
        if (allowed == null || allowed.contains(AclOperation.ALL)) {
            return;
        }
        Set<AclOperation> lacking = EnumSet.copyOf(required);
        lacking.removeAll(allowed);
        if (!lacking.isEmpty()) {
            findings.problem(
                    "Kafka topic %s: the job's user lacks %s, has %s", topic, lacking, allowed);
        }
    }

    private void checkPartitions(TopicDescription submissions, Optional<FlinkFacts> flink) {
        int partitions = submissions.partitions().size();
        if (flink.isPresent() && flink.get().parallelism() > partitions) {
            findings.warn(
                    "Kafka topic %s has %d partitions, the parallelism is %d: some subtasks will read"
                            + " nothing",
                    submissions.name(), partitions, flink.get().parallelism());
        }
    }

    private void checkSettings(Set<String> names, KafkaTopics topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        List<ConfigResource> resources =
                names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<ConfigResource, KafkaFuture<Config>> answers =
                admin.describeConfigs(resources).values();
        long largest = 0;
        for (ConfigResource resource : resources) {
            Optional<Config> config = known(answers.get(resource));
            if (config.isEmpty()) {
                continue;
            }
            if (!resource.name().equals(topics.transactions())) {
                checkCleanup(resource.name(), config.get());
            }
            long size = Long.parseLong(config.get().get(LARGEST).value());
            if (resource.name().equals(topics.submissions())) {
                largest = size;
            } else if (resource.name().equals(topics.rejections()) && size < largest) {
                findings.problem(
                        "Kafka topic %s takes records of %d bytes, must be at least %d as %s does: what is"
                                + " refused is kept there with all its bytes, and the job would fail for ever",
                        resource.name(), size, largest, topics.submissions());
            }
        }
    }

    /**
     * Compaction forgets all but the last record of a key, and keys repeat everywhere. Of a stored
     * transaction the last record says all.
     */
    private void checkCleanup(String topic, Config config) {
        String policy = config.get(CLEANUP).value();
        if (policy.contains("compact")) {
            findings.problem(
                    "Kafka topic %s has %s %s, must be delete: compaction would remove records that"
                            + " count",
                    topic, CLEANUP, policy);
        }
    }
}
