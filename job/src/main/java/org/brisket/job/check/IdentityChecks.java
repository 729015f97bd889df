package org.brisket.job.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.transactions.OpenTransaction;
import org.brisket.job.transactions.TransactionAdmin;
import org.brisket.job.transactions.TransactionIds;

/** Whether the job may use its names, the group and the prefix, and is alone with them. */
final class IdentityChecks {
    /** Long enough for a job with checkpoints every few seconds to begin a transaction. */
    private static final Duration WATCH = Duration.ofSeconds(3);

    private final Admin admin;
    private final Findings findings;

    IdentityChecks(Admin admin, Findings findings) {
        this.admin = admin;
        this.findings = findings;
    }

    void run(KafkaConfig kafka) throws ExecutionException, TimeoutException, InterruptedException {
        checkGroup(kafka.consumerGroup());
        if (mayUse(kafka.transactionalIdPrefix())) {
            checkAlone(kafka.transactionalIdPrefix());
        }
    }

    private void checkGroup(String group)
            throws ExecutionException, TimeoutException, InterruptedException {
        var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
        try {
            var allowed =
                    KafkaChecks.await(
                                    admin.describeConsumerGroups(List.of(group), options)
                                            .describedGroups()
                                            .get(group))
                            .authorizedOperations();
            if (allowed != null && !allowed.isEmpty() && !allowed.contains(AclOperation.READ)) {
                lacksReading(group);
            }
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof GroupAuthorizationException) {
                lacksReading(group);
            }
            // A group that does not exist yet is as good as any.
        }
    }

    private void lacksReading(String group) {
        findings.problem("Kafka consumer group %s: the job's user lacks READ", group);
    }

    private boolean mayUse(String prefix)
            throws ExecutionException, TimeoutException, InterruptedException {
        String probe = prefix + "-0-0";
        try {
            KafkaChecks.await(admin.describeTransactions(List.of(probe)).description(probe));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof TransactionalIdAuthorizationException) {
                findings.problem(
                        "Kafka transactional ids %s-*: the job's user lacks DESCRIBE, and WRITE most"
                                + " likely",
                        prefix);
                return false;
            }
            // No such transaction yet.
        }
        return true;
    }

    /** Transactions that begin while nothing of this job runs are another job's. */
    private void checkAlone(String prefix)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, OpenTransaction> before = open(prefix);
        if (before.isEmpty()) {
            return;
        }
        TimeUnit.MILLISECONDS.sleep(WATCH.toMillis());
        boolean busy =
                open(prefix).values().stream().anyMatch(now -> isNew(now, before.get(now.id())));
        if (busy) {
            findings.problem(
                    "another job writes under kafka.transactional-id-prefix %s at this moment: the two"
                            + " would abort each other's transactions; stop it, or give this one another"
                            + " prefix",
                    prefix);
        } else {
            findings.warn(
                    "%d transactions are open under the prefix %s: the job aborts those that its"
                            + " checkpoint does not hold",
                    before.size(), prefix);
        }
    }

    static boolean isNew(OpenTransaction now, OpenTransaction before) {
        return before == null
                || now.producerEpoch() != before.producerEpoch()
                || now.producerId() != before.producerId()
                || !now.started().equals(before.started());
    }

    private Map<String, OpenTransaction> open(String prefix)
            throws ExecutionException, TimeoutException, InterruptedException {
        return new TransactionAdmin(admin, KafkaChecks.PATIENCE)
                .open(new TransactionIds(prefix)).stream()
                        .collect(Collectors.toMap(OpenTransaction::id, one -> one));
    }
}
