package org.brisket.job.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.BsvNetwork;

/**
 * Whether services answer at all. That they do not is a warning: the job waits for them as it does
 * for the rest of its life.
 */
final class ServiceChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ServiceChecks() {}

    static void run(BrisketConfig config, Findings findings) {
        Map<String, URI> services = new LinkedHashMap<>();
        config.spv()
                .chainTrackers()
                .forEach(one -> services.put("chain tracker " + one.name(), one.url()));
        if (config.extendedFormatBroadcasting().enabled()) {
            config.extendedFormatBroadcasting()
                    .endpoints()
                    .forEach(one -> services.put("endpoint " + one.name(), one.url()));
        }
        services.forEach((name, url) -> checkName(name, url, config.spv().network(), findings));
        reach(services, findings);
    }

    /** A name proves nothing, but money sent to the wrong network is gone. */
    static void checkName(String name, URI url, BsvNetwork network, Findings findings) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean saysTest = host.contains("test") || host.contains("stn");
        if (saysTest && network == BsvNetwork.MAIN) {
            findings.warn(
                    "%s at %s sounds like a test network, but spv.network is main", name, url);
        } else if (host.contains("main") && network != BsvNetwork.MAIN) {
            findings.warn(
                    "%s at %s sounds like the main network, but spv.network is %s",
                    name, url, network.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void reach(Map<String, URI> services, Findings findings) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        Map<String, CompletableFuture<Optional<String>>> asked = new LinkedHashMap<>();
        services.forEach((name, url) -> asked.put(name, trouble(client, url)));
        asked.forEach(
                (name, trouble) ->
                        trouble.join()
                                .ifPresent(
                                        why ->
                                                findings.warn(
                                                        "%s at %s does not answer: %s",
                                                        name, services.get(name), why)));
    }

    /** Any status will do: the address is right and something listens. */
    private static CompletableFuture<Optional<String>> trouble(HttpClient client, URI url) {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, error) -> Optional.ofNullable(error).map(ServiceChecks::describe));
    }

    private static String describe(Throwable error) {
        Throwable cause = error.getCause() instanceof IOException io ? io : error;
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst().orElse("");
    }
}
