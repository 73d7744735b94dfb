package org.yiwang.board.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yiwang.board.Facet;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Codes;

/** What boards count, in the words of the page and as its addresses have it. */
@Component
class FacetNames {

    private static final String KIND = "kind:";
    private static final String CATEGORY = "category:";
    private static final String ORGANIZATION = "organization:";

    private final BoardQuestion question;
    private final Organizations organizations;
    private final Memberships memberships;
    private final Codes codes;
    private final MessageSource messages;

    FacetNames(
            BoardQuestion question,
            Organizations organizations,
            Memberships memberships,
            Codes codes,
            MessageSource messages) {
        this.question = question;
        this.organizations = organizations;
        this.memberships = memberships;
        this.codes = codes;
        this.messages = messages;
    }

    /** From the address; all service if nothing is chosen. */
    Facet read(String of) {
        return question.facet(after(of, ORGANIZATION), after(of, CATEGORY), after(of, KIND));
    }

    private static String after(String value, String beginning) {
        return value.startsWith(beginning) ? value.substring(beginning.length()) : "";
    }

    /** The other ways to count, the organizations one is a member of and the one that is shown, the categories. */
    Map<String, String> choices(Actor actor, Facet shown, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        Facet.KINDS.forEach(kind -> choices.put(KIND + word(kind), of(kind, locale)));
        memberships.list(actor).stream()
                .filter(m -> m.state() == MemberView.State.MEMBER)
                .forEach(m -> choices.put(ORGANIZATION + Ids.text(m.organizationId()), m.organizationName()));
        if (shown instanceof Facet.OfOrganization o) {
            choices.putIfAbsent(ORGANIZATION + Ids.text(o.id()), of(shown, locale));
        }
        codes.list("category")
                .forEach(c -> choices.put(CATEGORY + c.code(), c.label().in(locale)));
        return choices;
    }

    /** Its name, empty for all service. */
    String of(Facet facet, Locale locale) {
        return switch (facet) {
            case Facet.Everything _ -> "";
            case Facet.OfOrganization o -> organizations.get(o.id()).name();
            case Facet.OfCategory c -> codes.label("category", c.code()).in(locale);
            case Facet.Times _, Facet.Newcomers _, Facet.Months _ ->
                messages.getMessage("board.kind." + word(facet), null, locale);
        };
    }

    /** The kind as the address has it. */
    private static String word(Facet kind) {
        return kind.text().substring(2);
    }
}
