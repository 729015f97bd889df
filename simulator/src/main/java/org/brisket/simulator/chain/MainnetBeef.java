package org.brisket.simulator.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * A BEEF made of real mainnet transactions, its bytes as hexadecimal text, with the verdict that a
 * verifier must reach if it trusts exactly the roots of {@link MainnetHeaders}.
 *
 * <p>A rejected one may be rejected for any of the reasons, because it breaks several rules or the
 * order of checks is free. An accepted one has reasons if a verifier that is stricter than the
 * network about merkle paths, or whose interpreter is not complete, may refuse it with them.
 */
public record MainnetBeef(
        String name,
        boolean accepted,
        List<RejectionReason> reasons,
        String why,
        Txid subject,
        String hex) {

    public MainnetBeef {
        reasons = List.copyOf(reasons);
    }

    /** Reads {@code mainnet-beefs.json}. */
    public static List<MainnetBeef> loadAll() {
        List<MainnetBeef> beefs = new ArrayList<>();
        for (JsonNode row : GoldenFile.read("mainnet-beefs.json")) {
            beefs.add(read(row));
        }
        return List.copyOf(beefs);
    }

    private static MainnetBeef read(JsonNode row) {
        List<RejectionReason> reasons = new ArrayList<>();
        row.get("reasons").forEach(r -> reasons.add(RejectionReason.valueOf(r.textValue())));
        String name = row.get("name").textValue();
        try {
            return new MainnetBeef(
                    name,
                    row.get("verdict").textValue().equals("ACCEPTED"),
                    reasons,
                    row.get("why").textValue(),
                    Txid.fromDisplayHex(row.get("txid").textValue()),
                    row.get("beef").textValue());
        } catch (MalformedException e) {
            throw new IllegalStateException("golden BEEF " + name, e);
        }
    }

    /** The binary BEEF. */
    public byte[] bytes() {
        try {
            return Hex.decode(hex);
        } catch (MalformedException e) {
            throw new IllegalStateException("golden BEEF " + name, e);
        }
    }
}
