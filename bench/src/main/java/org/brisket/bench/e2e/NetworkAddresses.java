package org.brisket.bench.e2e;

import java.util.List;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;

/** Where the services of a simulated network are, and the first block of its chain. */
record NetworkAddresses(
        String whatsOnChain,
        String blockHeadersService,
        String chaintracks,
        String arc1,
        String arc2,
        String firstBlock) {

    static NetworkAddresses of(SimulatedNetwork network) {
        return new NetworkAddresses(
                network.whatsOnChain().url(),
                network.blockHeadersService().url(),
                network.chaintracks().url(),
                network.arcs().get(0).url(),
                network.arcs().get(1).url(),
                network.chain().at(SimulatedChain.FIRST_HEIGHT).orElseThrow().hash().toString());
    }

    String toLine() {
        return String.join(
                " ", whatsOnChain, blockHeadersService, chaintracks, arc1, arc2, firstBlock);
    }

    static NetworkAddresses ofLine(String line) {
        List<String> words = List.of(line.split(" "));
        return new NetworkAddresses(
                words.get(0), words.get(1), words.get(2), words.get(3), words.get(4), words.get(5));
    }
}
