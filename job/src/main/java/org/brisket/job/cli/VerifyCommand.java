package org.brisket.job.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.verify.Framing;
import org.brisket.job.verify.ItemReport;
import org.brisket.job.verify.ItemVerifier;
import org.brisket.job.verify.KnownHeaders;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.script.RuleSet;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.SpvLimits;
import org.brisket.protocol.spv.SpvVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code verify}: says of files what the job would say, without any network. */
@Command(
        name = "verify",
        description = {
            "Verify BEEF, Extended Format, transactions and merkle paths (BUMP) in files, binary or"
                    + " hex, without any network.",
            "A file may hold many items: one per line in hex, or each behind its length.",
            "Exit status 0 means that all items are valid, 1 that at least one is not."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final long MAX_FILE_BYTES = 1L << 30;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            showDefaultValue = Visibility.NEVER,
            description = "Files to verify.")
    private List<Path> files = List.of();

    @Option(
            names = "--headers",
            paramLabel = "FILE",
            showDefaultValue = Visibility.NEVER,
            description =
                    "JSON object of block heights and merkle roots in display order. Without it no"
                            + " proof can be checked, and what needs one is 'unproven'.")
    private Optional<Path> headers = Optional.empty();

    @Option(
            names = "--tip-height",
            paramLabel = "N",
            showDefaultValue = Visibility.NEVER,
            description = "Height of the chain; the greatest height of the headers if not given.")
    private Optional<Long> tipHeight = Optional.empty();

    @Option(
            names = "--framing",
            paramLabel = "HOW",
            showDefaultValue = Visibility.NEVER,
            description =
                    "How items stand in a file: ${COMPLETION-CANDIDATES}; found out if not given.")
    private Optional<Framing> framing = Optional.empty();

    @Option(
            names = "--relay-policy",
            description = "Refuse also what keeps the rules of blocks but would not be relayed.")
    private boolean relayPolicy;

    @Option(names = "--json", description = "One line of JSON for each item.")
    private boolean json;

    @Spec private CommandSpec spec;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public Integer call() {
        KnownHeaders known = headers.map(KnownHeaders::load).orElseGet(KnownHeaders::none);
        long seconds = Instant.now().getEpochSecond();
        ChainTip tip = ChainTip.estimatedAt(tipHeight.orElseGet(known::highest), seconds);
        SpvVerifier spv =
                new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best())
                        .with(relayPolicy ? RuleSet.RELAY_POLICY : RuleSet.CONSENSUS);
        ItemVerifier verifier = new ItemVerifier(spv, known, tip);
        boolean allValid = true;
        for (Path file : files) {
            List<byte[]> items = items(file);
            for (int i = 0; i < items.size(); i++) {
                ItemReport report = verifier.verify(items.get(i));
                print(items.size() == 1 ? file.toString() : file + "#" + (i + 1), report);
                allValid &= report.isValid();
            }
        }
        return allValid ? ExitStatus.DONE : ExitStatus.WORLD;
    }

    private List<byte[]> items(Path file) {
        byte[] content = read(file);
        if (framing.isEmpty()) {
            return Framing.split(content);
        }
        return framing.get()
                .items(content)
                .orElseThrow(
                        () ->
                                new ExplainedFailure(
                                        file + " is not framed as " + framing.get() + " says"));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new ExplainedFailure(file + " is larger than 1 GiB");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            String reason = Files.exists(file) ? " cannot be read" : " does not exist";
            throw new ExplainedFailure(file + reason, e);
        }
    }

    private void print(String name, ItemReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? jsonLine(name, report) : textLine(name, report));
        out.flush();
    }

    private static String textLine(String name, ItemReport report) {
        List<String> parts = new ArrayList<>();
        parts.add(name + ": " + report.verdict().text());
        parts.add(report.kind().text());
        report.txid().ifPresent(txid -> parts.add(txid.toString()));
        parts.add(
                String.format(
                        Locale.ROOT,
                        "%d bytes, %d transactions, %d proofs, %d inputs, script cost %d",
                        report.counts().bytes(),
                        report.counts().transactions(),
                        report.counts().proofs(),
                        report.counts().inputs(),
                        report.counts().scriptCost()));
        report.rejection().ifPresent(r -> parts.add(r.reason() + ": " + r.detail()));
        return String.join(" | ", parts);
    }

    private String jsonLine(String name, ItemReport report) {
        ObjectNode node = mapper.createObjectNode();
        node.put("item", name);
        node.put("kind", report.kind().text());
        node.put("verdict", report.verdict().text());
        report.rejection()
                .ifPresent(r -> node.put("reason", r.reason().name()).put("detail", r.detail()));
        report.txid().ifPresent(txid -> node.put("txid", txid.toString()));
        node.put("bytes", report.counts().bytes());
        node.put("transactions", report.counts().transactions());
        node.put("proofs", report.counts().proofs());
        node.put("inputs", report.counts().inputs());
        node.put("scriptCost", report.counts().scriptCost());
        return node.toString();
    }
}
