package org.brisket.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.brisket.job.e2e.Outcome;
import org.brisket.job.e2e.SimulatedWorld;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.Post;

/** How often transactions were posted and took effect, beside how often they had to. */
final class PostCheck {
    private final NetworkLedger book;
    private final Map<Txid, Integer> commits = new HashMap<>();
    private final Map<String, Integer> admissions = new HashMap<>();

    PostCheck(SimulatedWorld world) throws Exception {
        book = world.network().ledger();
        for (Set<Txid> commit : Outcome.commits(world)) {
            commit.forEach(txid -> commits.merge(txid, 1, Integer::sum));
        }
        ObjectMapper json = new ObjectMapper();
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-admissions")) {
            String txid = json.readTree(record.value()).path("txid").asText();
            admissions.merge(txid, 1, Integer::sum);
        }
    }

    /** Every committed transaction has one admission, entered the mempool once, and is mined. */
    void assertOneEffectEach() {
        assertThat(commits).isNotEmpty();
        for (Txid txid : commits.keySet()) {
            List<ArcStatus> history =
                    book.historyOf(txid).stream().map(change -> change.status()).toList();
            assertThat(history)
                    .as("history of %s", txid)
                    .containsOnlyOnce(ArcStatus.SEEN_ON_NETWORK, ArcStatus.MINED)
                    .doesNotContain(ArcStatus.REJECTED);
            assertThat(admissions.get(txid.toString())).as("admissions of %s", txid).isEqualTo(1);
        }
        assertThat(admissions).hasSameSizeAs(commits);
    }

    /**
     * No endpoint got a transaction more often than it was committed, and again after a crash or
     * for want of an answer.
     */
    void assertFewPosts(int retries, int crashes) {
        for (Txid txid : book.postedTxids()) {
            int most = commits.getOrDefault(txid, 0) + retries + crashes;
            perEndpoint(txid)
                    .forEach(
                            (endpoint, posts) ->
                                    assertThat(posts)
                                            .as("posts of %s to %s", txid, endpoint)
                                            .isLessThanOrEqualTo(most));
        }
    }

    Map<String, Long> perEndpoint(Txid txid) {
        return book.postsOf(txid).stream()
                .collect(Collectors.groupingBy(Post::endpoint, Collectors.counting()));
    }

    /** How many transactions an endpoint got how often at most. */
    Map<Long, Integer> histogram() {
        Map<Long, Integer> histogram = new TreeMap<>();
        for (Txid txid : book.postedTxids()) {
            long most = perEndpoint(txid).values().stream().mapToLong(n -> n).max().orElse(0);
            histogram.merge(most, 1, Integer::sum);
        }
        return histogram;
    }
}
