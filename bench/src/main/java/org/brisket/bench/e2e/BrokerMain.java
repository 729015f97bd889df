package org.brisket.bench.e2e;

import java.io.IOException;
import java.nio.file.Path;
import org.brisket.simulator.broker.BrokerOptions;
import org.brisket.simulator.broker.EmbeddedKafka;

/** A Kafka broker for as long as its standard input is open. Argument: its directory. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        BrokerOptions options = BrokerOptions.defaults().withDirectory(Path.of(arguments[0]));
        EmbeddedKafka kafka = EmbeddedKafka.start(options);
        ChildJvm.tell(kafka.bootstrapServers());
        while (System.in.read() >= 0) {
            continue;
        }
        kafka.close();
    }
}
