package org.yiwang.bulk;

/** Takes word of how far a generation is, now and then; from several threads. */
@FunctionalInterface
public interface Progress {

    /**
     * Told.
     *
     * @param stage what is being done
     * @param done how much of it
     * @param all how much in all
     * @param rows rows written so far
     */
    void at(Stage stage, long done, long all, long rows);

    /** What is done, one after the other. */
    enum Stage {
        /** People are counted and born: one piece. */
        CENSUS,
        /** People with their teams and service are written; counted in people. */
        PEOPLE,
        /** What those who take part have on boards is counted; counted in people. */
        BOARDS,
        /** Indexes and constraints are made anew; counted in them. */
        INDEXES,
        /** Tables are counted through for the planner; counted in tables. */
        SETTLE
    }
}
