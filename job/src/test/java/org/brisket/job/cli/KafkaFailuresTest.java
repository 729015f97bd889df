package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

final class KafkaFailuresTest {

    @Test
    void namesTheTopicAndTheKeyThatChoosesIt() {
        assertThat(explain(new UnknownTopicOrPartitionException()))
                .isEqualTo(
                        "there is no topic t on b:1; the configuration names it in kafka.topics.x");
    }

    @Test
    void tellsSilenceFromRefusal() {
        assertThat(explain(new TimeoutException())).startsWith("no Kafka broker answers at b:1");
        assertThat(explain(new SaslAuthenticationException("no\n such user")))
                .isEqualTo("the broker at b:1 refuses the login: no such user");
        assertThat(explain(new TopicAuthorizationException("t")))
                .startsWith("the broker at b:1 forbids");
    }

    @Test
    void saysWhichLimitARecordBreaks() {
        assertThat(explain(new RecordTooLargeException()))
                .contains("raise max.message.bytes of topic t");
    }

    @Test
    void unwrapsTheReasonOfAClientThatCannotBeBuilt() {
        Throwable wrapped = new KafkaException("Failed", new ConfigException("no such host"));

        assertThat(explain(wrapped)).isEqualTo("cannot use the broker at b:1: no such host");
    }

    private static String explain(Throwable error) {
        return KafkaFailures.explain(error, "b:1", "t", "kafka.topics.x").getMessage();
    }
}
