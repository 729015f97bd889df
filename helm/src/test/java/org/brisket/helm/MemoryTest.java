package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.Test;

/** Flink's own arithmetic fits its parts into the containers. */
final class MemoryTest {
    private static final Configuration OPTIONS =
            Configuration.fromMap(
                    Chart.render(Chart.STANDALONE, "jobManager.memory=1536Mi").flinkOptions());

    @Test
    void taskManagerFitsItsContainer() {
        TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(OPTIONS);

        assertThat(memory.getTotalProcessMemorySize()).isEqualTo(MemorySize.parse("4g"));
        assertThat(memory.getManagedMemorySize()).isGreaterThan(MemorySize.parse("1g"));
    }

    @Test
    void jobManagerFitsItsContainer() {
        JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(OPTIONS);

        assertThat(memory.getTotalProcessMemorySize()).isEqualTo(MemorySize.parse("1536m"));
    }
}
