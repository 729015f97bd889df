package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alert has a runbook, every page is reachable, and no link leads nowhere. */
final class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path RUNBOOKS = ROOT.resolve("docs/runbooks");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ALERT =
            Pattern.compile("(?m)^\\| \\[(\\w+)\\]\\(runbooks/([a-z-]+)\\.md\\)");

    /** What a page that is read in an alarm must say. */
    private static final List<String> PARTS = List.of("**Means.**", "**Do.**", "**Over** when");

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(page -> page.toString().endsWith(".md")),
                            Stream.of("README.md", "helm/README.md", "helm/brisket/README.md")
                                    .map(ROOT::resolve))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksResolve(Path page) throws IOException {
        for (String target : links(page)) {
            assertThat(page.resolveSibling(target)).as("%s in %s", target, page).exists();
        }
    }

    @Test
    void everyAlertHasARunbook() throws IOException {
        List<MatchResult> alerts =
                ALERT.matcher(Files.readString(ROOT.resolve("docs/alerts.md"))).results().toList();

        assertThat(alerts).hasSizeGreaterThan(20);
        for (MatchResult alert : alerts) {
            assertThat(Files.readString(RUNBOOKS.resolve(alert.group(2) + ".md")))
                    .startsWith("# " + alert.group(1) + "\n")
                    .contains(PARTS);
        }
    }

    @Test
    void everyRunbookIsFoundFromItsAlertOrTheIndex() throws IOException {
        Set<String> found = new TreeSet<>(links(RUNBOOKS.resolve("README.md")));
        ALERT.matcher(Files.readString(ROOT.resolve("docs/alerts.md")))
                .results()
                .forEach(alert -> found.add(alert.group(2) + ".md"));

        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals("README.md") || found.contains(name));
        }
    }

    /** Targets of the links to files of the repository, without the place in them. */
    private static Set<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1).replaceFirst("#.*", ""))
                .filter(target -> !target.isEmpty() && !target.contains("://"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
