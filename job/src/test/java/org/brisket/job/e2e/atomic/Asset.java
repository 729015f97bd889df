package org.brisket.job.e2e.atomic;

import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.brisket.protocol.transaction.Outpoint;

/**
 * One fungible token: issued once, split, and each part split again once one is wanted, so that
 * many families can spend parts of it side by side. The last parts of the first split are kept for
 * the end of the run.
 */
final class Asset {
    static final long PART = 1_000_000;
    static final int KEPT = 2;
    private static final int FAN = 16;

    private final AtomicForge forge;
    private final List<Made> setUp = new ArrayList<>();
    private final Outpoint asset;
    private final Made trunk;
    private int parts;
    private int kept;
    private Made branch;

    /** With parts enough for so many families. */
    Asset(AtomicForge forge, int families) {
        this.forge = forge;
        int fan = (families + FAN - 1) / FAN + KEPT;
        // The ledger is named by the issue, so its name is only known once that is made.
        Made issued = forge.make(true, List.of(), List.of(issue(1L << 50)), 0, false, Map.of());
        asset = issued.output(0);
        Made first =
                new Made(
                        issued.transaction(),
                        issued.parents(),
                        issued.fundings(),
                        false,
                        Map.of(ledger(), Set.of(0)));
        trunk = split(new AtomicForge.Spend(first, 0), fan, FAN * PART);
        setUp.add(0, first);
    }

    String ledger() {
        return TokenLocks.assetLedger(asset);
    }

    byte[] lock(long amount) {
        return transfer(asset, amount);
    }

    /** What has to be there before the families, in this order. */
    List<Made> setUp() {
        return List.copyOf(setUp);
    }

    /** A coin of {@link #PART} that nobody else gets. */
    AtomicForge.Spend part() {
        int output = parts++ % FAN;
        if (output == 0) {
            branch = split(new AtomicForge.Spend(trunk, KEPT + parts / FAN), FAN, PART);
        }
        return new AtomicForge.Spend(branch, output);
    }

    /** One of the coins that are kept for the end. */
    AtomicForge.Spend keptPart() {
        return new AtomicForge.Spend(trunk, kept++);
    }

    private Made split(AtomicForge.Spend coin, int fan, long amount) {
        Set<Integer> outputs = IntStream.range(0, fan).boxed().collect(Collectors.toSet());
        List<byte[]> locks = Collections.nCopies(fan, lock(amount));
        Made made = forge.make(true, List.of(coin), locks, 0, false, Map.of(ledger(), outputs));
        setUp.add(made);
        return made;
    }
}
