package org.brisket.simulator.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.Headers;
import org.brisket.simulator.chain.MainnetHeaders;
import org.brisket.simulator.chain.MainnetTransactions;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.network.NetworkLedger;

/**
 * A BSV network that clients reach over HTTP: ARC endpoints that share one mempool, and three
 * header services over one chain, each in the manner of a real one. Below the simulated heights the
 * header services know what {@link MainnetHeaders} knows. Close it when done.
 */
public final class SimulatedNetwork implements AutoCloseable {
    static {
        // Without it every answer on a kept connection waits 40 ms for the client's delayed ACK.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final SimulatedChain chain;
    private final NetworkLedger ledger;
    private final SimulatedNetworkOptions options;
    private final HttpServer server;
    private final NetworkThreads threads = new NetworkThreads();
    private final CallbackSender callbacks;
    private final Interventions interventions;
    private final List<ArcEndpoint> arcs = new ArrayList<>();
    private final HeaderEndpoint whatsOnChain;
    private final HeaderEndpoint blockHeadersService;
    private final HeaderEndpoint chaintracks;

    private SimulatedNetwork(SimulatedChain chain, SimulatedNetworkOptions options) {
        Clock clock = Clock.systemUTC();
        this.chain = chain;
        this.options = options;
        this.server = bind(options.port());
        MainnetTransactions mainnet = MainnetTransactions.load();
        this.ledger = new NetworkLedger(chain, mainnet::mined, options.network(), clock);
        this.callbacks = new CallbackSender(new CallbackForger(chain, clock), threads.timer, clock);
        ledger.addListener(callbacks);
        this.interventions = new Interventions(ledger);
        Headers headers = MainnetHeaders.load().below(chain);
        this.whatsOnChain = new HeaderEndpoint(url("/whatsonchain"), headers);
        this.blockHeadersService = new HeaderEndpoint(url("/headers"), headers);
        this.chaintracks = new HeaderEndpoint(url("/chaintracks"), headers);
        serve(clock);
    }

    /** Starts serving; {@link NetworkStartException} says why that is not possible. */
    public static SimulatedNetwork start(SimulatedChain chain, SimulatedNetworkOptions options) {
        return new SimulatedNetwork(chain, options);
    }

    private static HttpServer bind(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, port), NetworkThreads.QUEUE);
        } catch (IOException e) {
            throw new NetworkStartException(
                    "port "
                            + port
                            + " on 127.0.0.1 is in use: stop its owner or choose another"
                            + " for the simulated network",
                    e);
        }
    }

    private void serve(Clock clock) {
        for (int number = 1; number <= options.arcEndpoints(); number++) {
            serveArc(number, clock);
        }
        Credentials plain = new Credentials(options.headersKey());
        Credentials bearer = Credentials.bearer(options.headersKey());
        route("/whatsonchain", new WhatsOnChainService(whatsOnChain, plain), whatsOnChain.knobs());
        route(
                "/headers",
                new BlockHeadersService(blockHeadersService, bearer),
                blockHeadersService.knobs());
        route("/chaintracks", new ChaintracksService(chaintracks), chaintracks.knobs());
        server.setExecutor(threads.workers);
        server.start();
        options.blockInterval().ifPresent(this::mineEvery);
    }

    private void serveArc(int number, Clock clock) {
        String prefix = "/arc" + number;
        ArcEndpoint endpoint = new ArcEndpoint("arc" + number, url(prefix));
        arcs.add(endpoint);
        ArcService service =
                new ArcService(
                        new ArcPosting(endpoint, ledger, callbacks, interventions, clock),
                        new ArcLies(endpoint, ledger),
                        Credentials.bearer(options.arcKey()),
                        options.network().feePerThousandBytes(),
                        clock);
        route(prefix, service, endpoint.knobs());
    }

    private void route(String prefix, HttpService service, ServiceKnobs knobs) {
        server.createContext(
                prefix + "/", new ServiceHandler(prefix, service, knobs, threads.timer));
    }

    private String url(String prefix) {
        return "http://127.0.0.1:" + port() + prefix;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public SimulatedChain chain() {
        return chain;
    }

    /** What the network holds and every post that it received. */
    public NetworkLedger ledger() {
        return ledger;
    }

    /** The ARC endpoints in order: {@code arc1}, {@code arc2}, … */
    public List<ArcEndpoint> arcs() {
        return List.copyOf(arcs);
    }

    public HeaderEndpoint whatsOnChain() {
        return whatsOnChain;
    }

    public HeaderEndpoint blockHeadersService() {
        return blockHeadersService;
    }

    public HeaderEndpoint chaintracks() {
        return chaintracks;
    }

    /** From now on mines a block at this interval. */
    public void mineEvery(Duration interval) {
        threads.timer.scheduleAtFixedRate(
                this::mineBlock, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Mines what the mempool holds; posters with callbacks are told. */
    public Block mineBlock() {
        return ledger.mineBlock();
    }

    /** What happens to single transactions at all endpoints. */
    public Interventions interventions() {
        return interventions;
    }

    /** What became of the callbacks of all endpoints. */
    public CallbackCounts callbackCounts() {
        return arcs.stream()
                .map(arc -> arc.callbacks().counts())
                .reduce(
                        new CallbackCounts(0, 0, 0, 0, 0, callbacks.dropped()),
                        CallbackCounts::plus);
    }

    @Override
    public void close() {
        threads.timer.shutdownNow();
        server.stop(0);
        threads.close();
    }
}
