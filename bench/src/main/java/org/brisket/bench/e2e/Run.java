package org.brisket.bench.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A job in its process, fed and measured: warmed up, at full load, then at half of that. */
final class Run {
    /** Long enough for a dozen checkpoints at half load. */
    private static final double PACED_SECONDS = 15;

    private final World world;
    private final ChildJvm job;
    private final Client client;
    private final Arrivals arrivals;
    private final String topic;
    private final Slice slice;

    /** CPU time of the processes at one moment, in seconds. */
    private record Cpu(double job, double broker, double network) {
        Rates since(Cpu before, int count, double seconds) {
            return new Rates(
                    count / seconds,
                    count / (job - before.job),
                    count / (broker - before.broker),
                    count / (network - before.network));
        }
    }

    /**
     * @param topic where submissions go
     * @param slice of submissions, counted as the arrivals count them
     */
    Run(World world, ChildJvm job, Client client, Arrivals arrivals, String topic, Slice slice) {
        this.world = world;
        this.job = job;
        this.client = client;
        this.arrivals = arrivals;
        this.topic = topic;
        this.slice = slice;
    }

    void warmUp() throws Exception {
        client.fill(topic, slice.first(), slice.measuredFrom());
        arrivals.await(slice.warm(), job);
    }

    /**
     * All work of the measured submissions, from the first one sent until the last answer is
     * visible; nothing else is under way before or after.
     */
    Rates fullLoad() throws Exception {
        Optional<Profiler> profiler =
                Profiler.isWanted() ? Optional.of(Profiler.start(job)) : Optional.empty();
        Cpu before = cpu();
        long start = System.nanoTime();
        client.fill(topic, slice.measuredFrom(), slice.pacedFrom());
        arrivals.await(slice.warm() + slice.measured(), job);
        long end = arrivals.lastOf(slice.measuredFrom(), slice.pacedFrom());
        Rates rates = cpu().since(before, slice.measured(), (end - start) / 1e9);
        if (profiler.isPresent()) {
            Path stacks = world.folder().resolve(topic + ".stacks");
            profiler.get().stop(stacks);
            System.out.println(StageProfile.read(stacks).toMarkdown(1e6 / rates.ofJob()));
        }
        return rates;
    }

    /** Empty if there is nothing to be sent at a pace. */
    Optional<Latency> halfLoad(double fullRate) throws Exception {
        double rate = fullRate / 2;
        int count = (int) Math.min(slice.paced(), rate * PACED_SECONDS);
        if (count == 0) {
            return Optional.empty();
        }
        int from = slice.pacedFrom();
        long[] nanos = client.pace(topic, from, from + count, rate);
        arrivals.await(slice.warm() + slice.measured() + count, job);
        for (int i = 0; i < count; i++) {
            nanos[i] = arrivals.nanosOf(from + i) - nanos[i];
        }
        return Optional.of(Latency.of(rate, nanos));
    }

    private Cpu cpu() {
        return new Cpu(
                seconds(job.cpu()), seconds(world.broker().cpu()), seconds(world.network().cpu()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
