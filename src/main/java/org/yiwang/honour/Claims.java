package org.yiwang.honour;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView;

/** What nominators say beside the facts: little, each claim with the fact behind it, and never who the nominee is by name. */
final class Claims {

    private Claims() {}

    /**
     * The claims as they are kept; refuses with {@code honour.too-many-statements}, {@code honour.text-long} and {@code
     * honour.source-unknown}.
     *
     * @param known facts that can be cited
     * @param charactersBefore characters of other claims of the nomination
     */
    static List<Draft> checked(HonourLimits limits, List<Draft> claims, List<Fact> known, int charactersBefore) {
        Set<String> sources = known.stream().map(Fact::key).collect(Collectors.toSet());
        List<Draft> said = claims.stream()
                .map(d -> new Draft(
                        d.words().strip(), d.source() == null || d.source().isBlank() ? null : d.source()))
                .filter(d -> !d.words().isEmpty())
                .toList();
        if (said.size() > limits.statements()) {
            throw new Refusal(HonourProblem.TOO_MANY_STATEMENTS, limits.statements());
        }
        int characters = charactersBefore
                + said.stream().mapToInt(d -> HonourText.length(d.words())).sum();
        if (characters > limits.statementCharacters()) {
            throw new Refusal(HonourProblem.TEXT_LONG, limits.statementCharacters());
        }
        said.forEach(d -> {
            String source = d.source();
            if (source != null && !sources.contains(source)) {
                throw new Refusal(HonourProblem.SOURCE_UNKNOWN);
            }
        });
        return said;
    }

    /**
     * Refuses with {@code honour.name-in-claim} claims that say who the nominee is, who may wish to be masked. Not asked of
     * strangers, who could find out a name that way: what they wrote is masked where it is shown.
     */
    static void requireNoName(List<Draft> said, VolunteerView person) {
        name(person)
                .filter(p -> said.stream().anyMatch(d -> p.matcher(d.words()).find()))
                .ifPresent(_ -> {
                    throw new Refusal(HonourProblem.NAME_IN_CLAIM);
                });
    }

    /** The words as everybody may read them of somebody who is masked. */
    static String masked(String words, VolunteerView person) {
        String mask = Matcher.quoteReplacement(person.maskedName());
        return name(person).map(p -> p.matcher(words).replaceAll(mask)).orElse(words);
    }

    /** The name however it is spaced or cased; none for a name of one character, which is a word like any other. */
    private static Optional<Pattern> name(VolunteerView person) {
        List<String> letters = person.name()
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .toList();
        return letters.size() < 2
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        letters.stream().map(Pattern::quote).collect(Collectors.joining("[\\s·•.]*")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
