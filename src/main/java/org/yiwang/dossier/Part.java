package org.yiwang.dossier;

/** The statutory groups kept here. */
public enum Part {
    /** Training (Order 67 art. 8). */
    TRAINING,
    /** Commendation (art. 9). */
    COMMENDATION,
    /** Evaluation (art. 10). */
    EVALUATION
}
