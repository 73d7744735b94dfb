package org.yiwang.platform;

import java.util.function.Consumer;

/**
 * What a module keeps beside its truth because it is asked for often: it can be computed from the truth at any time. A
 * module offers a bean for each; the command line runs them ({@code rebuild}), and tests hold them against what lives.
 */
public interface Projection {

    /** The word by which the command line asks for it. */
    String word();

    /**
     * Computes it anew in a transaction of its own, while nobody else writes it.
     *
     * @param said takes what is to be told, in English, a line each: what was otherwise, at last how much was done
     */
    void rebuild(Consumer<String> said);
}
