package org.yiwang.teamstar;

/**
 * How a team is heard before stars on public notice are taken away (rule {@code teamstar.hearing}; ADR 0014).
 *
 * @param days working days to say something
 */
record Hearing(int days) {

    static final String KEY = "teamstar.hearing";
}
