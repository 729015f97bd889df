package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InspectCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inspect | name what to inspect: coins, outpoint, tx or balance",
                "inspect coins | Missing required parameter: 'TOPIC'",
                "inspect outpoint 01.1 | not an outpoint <txid>.<index>: 01.1",
                "inspect tx 01 | TXID",
                "inspect balance btms/p | --asset is missing, and btms/p names no ledger",
                "inspect balance BASKET:btms/p | --asset is missing",
                "inspect coins tm_any --wait=soon | --wait",
            })
    void refusesWhatItCannotAsk(String line, String reason) {
        Terminal inspect = Terminal.run(line.split(" "));

        assertThat(inspect.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(inspect.err()).contains(reason);
    }

    @Test
    void explainsAMissingBrokerInOneLine() throws IOException {
        String address = "127.0.0.1:" + SubmitCommandTest.portWithoutListener();

        Terminal inspect =
                Terminal.run("inspect", "coins", "tm_any", "-b=" + address, "--timeout=500ms");

        assertThat(inspect.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(inspect.err()).contains("no Kafka broker answers at " + address).hasLineCount(1);
    }

    @Test
    void makesEachColumnAsWideAsItsWidestText() {
        TextTable table = new TextTable("A", "LONG", "C");
        table.row("wide", "x", "");

        assertThat(table.lines()).containsExactly("A     LONG  C", "wide  x");
    }
}
