package org.yiwang.dossier;

import java.util.List;

/**
 * What several volunteers said, added up: nobody can be told from another.
 *
 * @param voices how many are counted in
 * @param answers sums by question: {@code safety}, {@code organizing}, {@code usefulness}
 */
public record VoiceSums(int voices, List<Answers> answers) {

    /** Nothing to show yet. */
    public static final VoiceSums NONE = new VoiceSums(0, List.of());

    /**
     * Answers to one question.
     *
     * @param question its name
     * @param good how many said good
     * @param soSo how many said so-so
     * @param bad how many said not good
     */
    public record Answers(String question, int good, int soSo, int bad) {

        /** How many answered. */
        public int all() {
            return good + soSo + bad;
        }
    }
}
