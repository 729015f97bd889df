package org.brisket.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brisket.job.config.binding.ConfigTable;
import org.junit.jupiter.api.Test;

/** Keeps docs/configuration.md equal to the records; -Dbrisket.docs=write rewrites its table. */
final class ConfigurationDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final String BEGIN = "<!-- keys: written by ConfigurationDocsTest -->\n";
    private static final String END = "<!-- end of keys -->\n";

    @Test
    void listsEveryKeyAsTheRecordsDeclareIt() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);
        String table = ConfigTable.of(BrisketConfig.class);
        if ("write".equals(System.getProperty("brisket.docs"))) {
            Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
            return;
        }
        assertThat(page.substring(begin, end))
                .as(
                        "docs/configuration.md; renew it with -Dtest=ConfigurationDocsTest -Dbrisket.docs=write")
                .isEqualTo(table);
    }

    @Test
    void showsAnExampleThatIsValid() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        String example = page.substring(begin, page.indexOf("```\n", begin));

        BrisketConfig config = BrisketConfig.load(example);

        assertThat(config.spv().chainTrackers()).hasSize(3);
        assertThat(config.extendedFormatBroadcasting().endpoints()).hasSize(2);
    }
}
