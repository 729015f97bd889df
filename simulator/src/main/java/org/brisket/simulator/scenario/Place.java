package org.brisket.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brisket.simulator.http.ArcEndpoint;
import org.brisket.simulator.http.ServiceKnobs;
import org.brisket.simulator.http.SimulatedNetwork;

/** One service of the simulated network, or several. */
enum Place {
    /** Every ARC endpoint. */
    ALL,
    ARC1,
    ARC2,
    WHATS_ON_CHAIN,
    BLOCK_HEADERS_SERVICE,
    CHAINTRACKS,
    /** All header services. */
    HEADERS;

    /** As a part of a sentence. */
    @Override
    public String toString() {
        return switch (this) {
            case ALL -> "every endpoint";
            case HEADERS -> "every header service";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The ARC endpoints there. */
    List<ArcEndpoint> arcs(SimulatedNetwork network) {
        return switch (this) {
            case ALL -> network.arcs();
            case ARC1 -> network.arcs().subList(0, 1);
            case ARC2 -> network.arcs().subList(1, 2);
            default -> List.of();
        };
    }

    /** The knobs of the services there. */
    List<ServiceKnobs> knobs(SimulatedNetwork network) {
        List<ServiceKnobs> knobs =
                new ArrayList<>(arcs(network).stream().map(ArcEndpoint::knobs).toList());
        if (this == WHATS_ON_CHAIN || this == HEADERS) {
            knobs.add(network.whatsOnChain().knobs());
        }
        if (this == BLOCK_HEADERS_SERVICE || this == HEADERS) {
            knobs.add(network.blockHeadersService().knobs());
        }
        if (this == CHAINTRACKS || this == HEADERS) {
            knobs.add(network.chaintracks().knobs());
        }
        return knobs;
    }
}
