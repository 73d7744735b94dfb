package org.yiwang.demo;

import java.time.Instant;

/** What happens in the demo city after its story; in the order of their {@code @Order}, at the moment of the start. */
interface Epilogue {

    /** What happens, in a few words, for whoever waits. */
    String name();

    /** Does it. */
    void play(Town town, Instant now);
}
