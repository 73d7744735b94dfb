package org.yiwang.honour;

/** How the panel judges. */
public enum Scoring {
    /** 1 to 10 points for each criterion. */
    POINTS(1, 10),
    /** Yes or no to each criterion. */
    VOTE(0, 1);

    private final int least;
    private final int most;

    Scoring(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The lowest score for a criterion. */
    public int least() {
        return least;
    }

    /** The highest score for a criterion. */
    public int most() {
        return most;
    }
}
