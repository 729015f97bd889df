package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.Callable;
import org.brisket.job.config.binding.InvalidConfigException;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.simulator.broker.BrokerStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class BrisketTest {

    @Test
    void explainsItselfAndEveryCommand() {
        Terminal help = Terminal.run("--help");

        assertThat(help.status()).isEqualTo(ExitStatus.DONE);
        assertThat(help.out()).contains("check-config", "submit", "tail", "Exit status:");
        for (String command : Brisket.commandLine().getSubcommands().keySet()) {
            Terminal commandHelp = Terminal.run(command, "--help");
            assertThat(commandHelp.status()).isEqualTo(ExitStatus.DONE);
            assertThat(commandHelp.out()).startsWith("Usage: brisket " + command);
        }
    }

    @Test
    void knowsItsVersion() {
        Terminal version = Terminal.run("--version");

        assertThat(version.status()).isEqualTo(ExitStatus.DONE);
        assertThat(version.out()).containsPattern("^brisket \\d+\\.\\d+").doesNotContain("${");
    }

    @Test
    void asksForACommand() {
        Terminal nothing = Terminal.run();

        assertThat(nothing.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(nothing.err().lines())
                .containsExactly("brisket: a command is missing", "Try 'brisket --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"submti", "--nonsense"})
    void saysInTwoLinesWhatItDoesNotKnow(String word) {
        Terminal wrong = Terminal.run(word);

        assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(wrong.err()).contains(word, "Try 'brisket --help'.").doesNotContain("\tat ");
    }

    @Test
    void doesNotEndAProcessThatIsNotItsOwn() {
        assertThat(Brisket.class.getClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
        assertThatThrownBy(() -> OtherLoader.brisketMain("--nonsense"))
                .hasRootCauseMessage("brisket ended with exit status 2, see standard error");
    }

    @Test
    void explainsAPortInUse() {
        assertThat(failing(new IllegalStateException(new BindException("localhost:9092"))))
                .isEqualTo("1 test: a port is in use: localhost:9092\n");
    }

    @Test
    void repeatsWhatOthersHaveExplained() {
        assertThat(failing(new IllegalStateException(new ExplainedFailure("no such topic"))))
                .isEqualTo("1 test: no such topic\n");
        assertThat(failing(new BrokerStartException("port 1 is in use")))
                .isEqualTo("1 test: port 1 is in use\n");
    }

    @Test
    void explainsAConfigurationWrappedByAFramework() {
        Exception wrapped = new IllegalStateException(new InvalidConfigException(List.of("a: b")));

        assertThat(failing(wrapped)).isEqualTo("2 test: configuration has 1 problem:\n  a: b\n");
    }

    @Test
    void ownsUpToDefectsWithoutAStackTrace() {
        assertThat(failing(new IllegalStateException("state 7 is impossible")))
                .startsWith(
                        "3 test: defect: java.lang.IllegalStateException: state 7 is impossible")
                .doesNotContain("\tat ");
    }

    private static String failing(Exception failure) {
        @Command(name = "test")
        class Failing implements Callable<Integer> {
            @Override
            public Integer call() throws Exception {
                throw failure;
            }
        }
        StringWriter err = new StringWriter();
        int status =
                new CommandLine(new Failing())
                        .setExecutionExceptionHandler(new FailureHandler())
                        .setErr(new PrintWriter(err, true))
                        .execute();
        return status + " " + err;
    }
}
