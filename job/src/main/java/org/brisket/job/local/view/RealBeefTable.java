package org.brisket.job.local.view;

import java.io.PrintWriter;
import java.util.Optional;
import org.brisket.job.local.traffic.ObservedResult;
import org.brisket.simulator.chain.MainnetBeef;

/** The verdicts on the real mainnet BEEFs, a line each. */
public final class RealBeefTable {
    private static final int TXID_SHOWN = 16;
    private static final int DETAIL_SHOWN = 60;

    private final PrintWriter out;

    public RealBeefTable(PrintWriter out) {
        this.out = out;
    }

    public void printHeading() {
        out.println(row("NAME", "TXID", "VERDICT", "REASON"));
    }

    public void print(MainnetBeef beef, Optional<ObservedResult> result) {
        out.println(
                row(
                        beef.name(),
                        beef.subject().toString().substring(0, TXID_SHOWN),
                        result.map(ObservedResult::status).orElse("no result"),
                        result.map(RealBeefTable::reason).orElse("")));
    }

    private static String reason(ObservedResult result) {
        if (result.reason().isEmpty()) {
            return "";
        }
        String detail = result.detail().replaceAll("\\p{Cntrl}+", " ");
        return result.reason()
                + ": "
                + (detail.length() <= DETAIL_SHOWN
                        ? detail
                        : detail.substring(0, DETAIL_SHOWN) + "…");
    }

    private static String row(String name, String txid, String verdict, String reason) {
        return "  %-27s %-16s %-11s %s".formatted(name, txid, verdict, reason).stripTrailing();
    }
}
