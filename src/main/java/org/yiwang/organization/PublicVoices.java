package org.yiwang.organization;

import java.util.List;
import java.util.Optional;

/** What those who served with an organization say of it, as sums that anybody may see; a module above answers. */
public interface PublicVoices {

    /** The sums; none while there are too few voices to hide each behind the others. */
    Optional<Sums> of(long organizationId);

    /**
     * Added-up answers.
     *
     * @param voices how many are counted in
     * @param shares by question
     */
    record Sums(int voices, List<Share> shares) {}

    /**
     * How many of those who answered a question said good.
     *
     * @param question {@code safety}, {@code organizing} or {@code usefulness}
     * @param good how many said good
     * @param all how many answered
     */
    record Share(String question, int good, int all) {

        /** Whole percent; 0 where nobody answered. */
        public int percent() {
            return all == 0 ? 0 : (200 * good + all) / (2 * all);
        }
    }
}
