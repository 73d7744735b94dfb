package org.yiwang.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * What is recorded of a commendation (Order 67 art. 9).
 *
 * @param name its name
 * @param date when it was given
 * @param awardingUnit who gave it
 * @param award whose it is
 * @param level level of the government, null unless it is one
 * @param documentNumber number of the document or certificate; needed for awards of a government
 * @param words what else is to be said, null if nothing
 */
public record CommendationDraft(
        String name,
        LocalDate date,
        String awardingUnit,
        Award award,
        @Nullable AwardLevel level,
        @Nullable String documentNumber,
        @Nullable String words) {

    /** The same without blanks at the ends; refuses what cannot be. */
    CommendationDraft checked(LocalDate today) {
        boolean government = award == Award.GOVERNMENT;
        if (government && level == null) {
            throw new Refusal(DossierProblem.LEVEL_NEEDED).at("level");
        }
        String document = Texts.optional("documentNumber", documentNumber, 100);
        if (government && document == null) {
            throw new Refusal(DossierProblem.DOCUMENT_NEEDED).at("documentNumber");
        }
        return new CommendationDraft(
                Texts.required("name", name, 100),
                Texts.past("date", date, today),
                Texts.required("awardingUnit", awardingUnit, 100),
                award,
                government ? level : null,
                document,
                Texts.optional("words", words, 500));
    }
}
