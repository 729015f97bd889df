package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the chart's README equal to its values; -Dbrisket.docs=write rewrites its table. */
final class ValuesTableTest {
    private static final Path README = Chart.FOLDER.resolve("README.md");
    private static final String BEGIN = "<!-- values: written by ValuesTableTest -->\n";
    private static final String END = "<!-- end of values -->\n";

    @Test
    void readmeListsEveryValue() throws IOException {
        String page = Files.readString(README);
        assertThat(page).contains(BEGIN, END);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String table = values().markdown();
        if ("write".equals(System.getProperty("brisket.docs"))) {
            Files.writeString(README, page.substring(0, begin) + table + page.substring(end));
            return;
        }
        assertThat(page.substring(begin, end))
                .as("README.md; renew it with -Dtest=ValuesTableTest -Dbrisket.docs=write")
                .isEqualTo(table);
    }

    @Test
    void everyValueSaysWhenToChangeIt() throws IOException {
        assertThat(values().uncommented()).isEmpty();
    }

    private static ValuesTable values() throws IOException {
        return ValuesTable.of(Files.readString(Chart.FOLDER.resolve("values.yaml")));
    }
}
