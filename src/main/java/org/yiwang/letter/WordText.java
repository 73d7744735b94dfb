package org.yiwang.letter;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * What a machine can see in a word of thanks before the team has a look: too long, numbers by which people are found,
 * addresses of pages. The rest is for people to judge.
 */
final class WordText {

    static final int LONGEST = 200;
    static final int LONGEST_NAME = 20;

    /** Mobile and landline numbers and documents; blanks and dashes between the digits hide nothing. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\s-]?\\d){6,}");

    private static final Pattern ADDRESS = Pattern.compile(
            "https?://|www\\.|[a-z0-9-]+\\.(?:com|cn|net|org|top|xyz|vip|shop|cc)\\b|微信号|加微信|加v信|加qq|qq号",
            Pattern.CASE_INSENSITIVE);

    private WordText() {}

    /** The draft without blanks at the ends, and without a name that is not to be shown; refuses what cannot be passed on. */
    static KindWord.Draft checked(KindWord.Draft draft) {
        String words = tidy("words", draft.words(), LONGEST);
        if (words.isEmpty()) {
            throw new Refusal(LetterProblem.WORDS, LONGEST).at("words");
        }
        String given = draft.firstName();
        String name = given == null || !draft.showName() ? null : emptyToNull(tidy("name", given, LONGEST_NAME));
        return new KindWord.Draft(words, name, name != null, draft.mayHang());
    }

    private static String tidy(String field, String text, int longest) {
        String tidy = text.strip();
        if (tidy.codePointCount(0, tidy.length()) > longest) {
            throw new Refusal(LetterProblem.WORDS, longest).at(field);
        }
        String plain = Normalizer.normalize(tidy, Normalizer.Form.NFKC);
        if (NUMBER.matcher(plain).find()) {
            throw new Refusal(LetterProblem.PERSONAL_DATA).at(field);
        }
        if (ADDRESS.matcher(plain).find()) {
            throw new Refusal(LetterProblem.ADVERTISING).at(field);
        }
        return tidy;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
