package org.brisket.job.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class YamlReaderTest {

    @Test
    void readsScalarsAsTheyAreWritten() {
        assertThat(read("{a: 007, b: 1e3, c: yes, d: ' x ', e: true}"))
                .isEqualTo(
                        new ConfigNode.Mapping(
                                Map.of(
                                        "a", new ConfigNode.Scalar("007"),
                                        "b", new ConfigNode.Scalar("1e3"),
                                        "c", new ConfigNode.Scalar("yes"),
                                        "d", new ConfigNode.Scalar("x"),
                                        "e", new ConfigNode.Scalar("true"))));
    }

    @Test
    void readsNothingAsEmpty() {
        assertThat(read("")).isEqualTo(new ConfigNode.Empty());
        assertThat(read("# only a comment\n")).isEqualTo(new ConfigNode.Empty());
        assertThat(read("a:\n"))
                .isEqualTo(new ConfigNode.Mapping(Map.of("a", new ConfigNode.Empty())));
    }

    @Test
    void reportsEveryRepeatedKeyWithItsLine() {
        assertThat(problems("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"))
                .containsExactly(
                        "b.c: is given again in line 4, must be given once",
                        "a: is given again in line 5, must be given once");
    }

    @Test
    void refusesAliases() {
        assertThat(problems("a: &x {b: 1}\nc: *x\n"))
                .containsExactly("c: is a YAML alias (line 2), must be written out");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .singleElement()
                .asString()
                .contains("second YAML document");
    }

    @Test
    void quotesNothingOfAFileThatIsNotYaml() {
        assertThat(problems("a: [hunter2\nb: 2"))
                .containsExactly("line 2: not valid YAML (while parsing a flow sequence)");
    }

    @Test
    void refusesToNestWithoutEnd() {
        assertThat(problems("a: " + "[".repeat(1000) + "]".repeat(1000)))
                .singleElement()
                .asString()
                .contains("not valid YAML");
    }

    private static ConfigNode read(String yaml) {
        Problems problems = new Problems();
        ConfigNode node = YamlReader.read(yaml, problems);
        assertThat(problems.lines()).isEmpty();
        return node;
    }

    private static List<String> problems(String yaml) {
        Problems problems = new Problems();
        YamlReader.read(yaml, problems);
        return problems.lines();
    }
}
