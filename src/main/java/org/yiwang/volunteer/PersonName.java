package org.yiwang.volunteer;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.yiwang.kernel.Refusal;

/** Names as people have them: one to fifty letters of any script, with spaces, dots, apostrophes and hyphens inside. */
final class PersonName {

    private static final int LONGEST = 50;
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .·•‧'’\\-]*");

    private PersonName() {}

    /** The name without spaces around it and with one kind of middle dot. */
    static String read(String typed, String field) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[\\s　]+", " ")
                .replaceAll("[•‧・．]", "·");
        if (name.codePointCount(0, name.length()) > LONGEST
                || !SHAPE.matcher(name).matches()) {
            throw new Refusal(VolunteerProblem.NAME_ODD).at(field);
        }
        return name;
    }
}
