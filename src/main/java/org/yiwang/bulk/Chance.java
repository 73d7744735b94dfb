package org.yiwang.bulk;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that comes from the seed alone: each thing of the city has a stream of its own, so that it does not matter in which
 * order, and by how many threads, things are made.
 */
final class Chance {

    /** What a stream decides. */
    enum Stream {
        PLACES,
        TEAMS,
        SEATS,
        BIRTHS,
        QUOTAS,
        PEOPLE,
        SERVICE,
        BOARDS
    }

    private final SplittableRandom random;

    Chance(long seed, Stream stream, long number) {
        this.random = new SplittableRandom(mixed(mixed(seed + stream.ordinal() + 1) + number));
    }

    /** From 0 up to but not including the number. */
    int below(int number) {
        return random.nextInt(number);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** From 0 up to but not including 1. */
    double part() {
        return random.nextDouble();
    }

    boolean percent(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The place in a list of weights. */
    int weighted(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int at = random.nextInt(sum);
        int i = 0;
        while (at >= weights[i]) {
            at -= weights[i++];
        }
        return i;
    }

    /** How large something is where few are large and most are small; 1 in the middle. */
    double size(double spread) {
        return Math.exp(random.nextGaussian() * spread);
    }

    /** How often somebody comes: at least once, most a few times, some hundreds of times (Pareto). */
    double often(double shape) {
        return Math.pow(1 - random.nextDouble(), -1 / shape);
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long z) {
        long a = z * 0x9E3779B97F4A7C15L;
        a = (a ^ (a >>> 30)) * 0xBF58476D1CE4E5B9L;
        a = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return a ^ (a >>> 31);
    }
}
