package org.brisket.job.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

/** What Maven's package phase leaves for a cluster: the job jar, Flink's own jars, JVM flags. */
record Packaged(Path jobJar, Path flinkLibrary, Path jvmOptions) {

    /** As the module's directory holds it, from which tests are run. */
    static Packaged inModule() {
        Path target = Path.of("target").toAbsolutePath();
        return new Packaged(
                target.resolve("brisket-job.jar"),
                target.resolve("flink-lib"),
                Path.of("src", "main", "dist", "jvm-options").toAbsolutePath());
    }

    boolean exists() {
        return Files.isRegularFile(jobJar) && Files.isDirectory(flinkLibrary);
    }
}
