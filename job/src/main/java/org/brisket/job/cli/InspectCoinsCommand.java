package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code inspect coins}. */
@Command(
        name = "coins",
        description = "List the live coins of a topic in the order of their admission.")
final class InspectCoinsCommand implements Runnable {
    @Parameters(
            paramLabel = "TOPIC",
            showDefaultValue = Visibility.NEVER,
            description = "A topic, or a whole ledger such as BASKET:btms/p btms:ASSET.")
    private String topic;

    @Option(names = "--page", paramLabel = "N", description = "Coins on one page, up to 1000.")
    private int page = 100;

    @Option(
            names = "--cursor",
            paramLabel = "C",
            description = "Where the page begins, as the page before it said.")
    private Optional<String> cursor = Optional.empty();

    @Mixin private InquiryOptions inquiry;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        ObjectNode query = Inquiry.query("coins");
        query.put("ledger", topic.contains(":") ? topic : "TOPIC:" + topic);
        query.put("limit", page);
        cursor.ifPresent(from -> query.put("cursor", from));
        new Inquiry(broker, inquiry)
                .print(query, spec.commandLine().getOut(), replies -> lines(replies.only()));
    }

    private static List<String> lines(JsonNode answer) {
        TextTable table = new TextTable("OUTPOINT", "ADMITTED", "STATE", "WORTH");
        for (JsonNode coin : answer.path("coins")) {
            table.row(
                    coin.path("outpoint").asText(),
                    coin.path("admittedBy").asText(),
                    coin.path("pending").asBoolean() ? "pending" : "live",
                    worth(coin));
        }
        List<String> lines = new ArrayList<>();
        lines.add(InspectLines.place(answer));
        lines.addAll(table.lines());
        lines.add(
                answer.has("next")
                        ? "more: --cursor " + answer.path("next").asText()
                        : "that is all");
        return lines;
    }

    private static String worth(JsonNode coin) {
        return coin.has("asset")
                ? coin.path("amount").asText() + " " + coin.path("asset").asText()
                : "";
    }
}
