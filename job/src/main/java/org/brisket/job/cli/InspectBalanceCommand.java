package org.brisket.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code inspect balance}. */
@Command(name = "balance", description = "Show how much of an asset a basket holds.")
final class InspectBalanceCommand implements Runnable {
    private static final String KIND = "BASKET:";

    @Parameters(
            paramLabel = "BASKET",
            showDefaultValue = Visibility.NEVER,
            description = {
                "MANAGER/BASKET, where the ledger of the asset is meant,",
                "or a whole ledger, BASKET:MANAGER/BASKET:PARTITION."
            })
    private String basket;

    @Option(
            names = "--asset",
            paramLabel = "ASSET",
            description = "The asset. Default: the partition of the ledger.")
    private Optional<String> asset = Optional.empty();

    @Option(
            names = "--owner",
            paramLabel = "KEY",
            description = "Only what this public key owns, 66 hex digits.")
    private Optional<String> owner = Optional.empty();

    @Mixin private InquiryOptions inquiry;

    @Mixin private BrokerOptions broker;

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        ObjectNode query = Inquiry.query("balance");
        query.put("ledger", ledger());
        query.put("asset", asset.or(this::partition).orElseThrow(this::unclear));
        owner.ifPresent(key -> query.put("owner", key));
        new Inquiry(broker, inquiry)
                .print(
                        query,
                        spec.commandLine().getOut(),
                        replies -> List.of(line(replies.only())));
    }

    /** Btms and inventory have a ledger for each asset; others have to be named in full. */
    private String ledger() {
        return basket.startsWith(KIND)
                ? basket
                : KIND + basket + asset.map(name -> ":" + name).orElse("");
    }

    private Optional<String> partition() {
        String[] parts = basket.split(":", 3);
        return parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
    }

    private ParameterException unclear() {
        return new ParameterException(
                spec.commandLine(),
                "--asset is missing, and " + basket + " names no ledger of one asset");
    }

    private static String line(JsonNode answer) {
        String of = answer.has("owner") ? " of " + answer.path("owner").asText() : "";
        return "%s: %s %s in %s coins%s"
                .formatted(
                        InspectLines.place(answer),
                        answer.path("amount").asText(),
                        answer.path("asset").asText(),
                        answer.path("coins").asText(),
                        of);
    }
}
