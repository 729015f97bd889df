package org.brisket.job.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties versions = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is not in the jar");
            }
            versions.load(in);
        }
        return new String[] {
            "brisket " + versions.getProperty("brisket"),
            "Flink "
                    + versions.getProperty("flink")
                    + ", Kafka client "
                    + versions.getProperty("kafka"),
            "Java " + Runtime.version()
        };
    }
}
