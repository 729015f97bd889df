package org.brisket.job.cli;

import java.nio.file.Path;

/** The file that takes the log of a command, so that the terminal holds answers only. */
final class LogFile {
    private static final String PATH = "brisket.log";
    private static final String CONFIGURATION = "log4j2.configurationFile";
    private static final String OLD_CONFIGURATION = "log4j.configurationFile";

    private LogFile() {}

    /**
     * Sends logging to the file unless somebody, a Flink cluster for example, has configured it;
     * call it first.
     */
    static void configure() {
        if (System.getProperty(PATH) == null) {
            System.setProperty(PATH, Path.of(".brisket", "brisket.log").toString());
        }
        if (System.getProperty(CONFIGURATION) == null
                && System.getProperty(OLD_CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "classpath:brisket-log4j2.properties");
        }
    }

    /** Where to look for more than one line. */
    static String path() {
        return System.getProperty(PATH, "the log");
    }
}
