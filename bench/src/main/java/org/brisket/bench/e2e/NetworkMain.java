package org.brisket.bench.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.http.SimulatedNetworkOptions;
import org.brisket.simulator.workload.Workload;

/**
 * A simulated network for as long as its standard input is open; it mines no blocks. Arguments:
 * seed and count of the workload whose coins it has. To the name of a file with txids, one a line,
 * it answers how many of them it does not hold.
 */
public final class NetworkMain {
    private NetworkMain() {}

    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[0]);
        Workload workload = SimpleClass.workload(seed, Integer.parseInt(arguments[1]));
        SimulatedChain chain = new SimulatedChain(seed, workload.funding());
        try (SimulatedNetwork network =
                SimulatedNetwork.start(chain, SimulatedNetworkOptions.defaults())) {
            ChildJvm.tell(NetworkAddresses.of(network).toLine());
            BufferedReader questions =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String file = questions.readLine(); file != null; file = questions.readLine()) {
                ChildJvm.tell(String.valueOf(missing(network, Path.of(file))));
            }
        }
    }

    private static long missing(SimulatedNetwork network, Path file) throws IOException {
        Set<String> held = new HashSet<>();
        network.ledger().acceptedTxids().forEach(txid -> held.add(txid.toString()));
        return Files.readAllLines(file).stream().filter(txid -> !held.contains(txid)).count();
    }
}
