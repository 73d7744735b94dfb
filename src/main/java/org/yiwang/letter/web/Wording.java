package org.yiwang.letter.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yiwang.kernel.Ids;
import org.yiwang.letter.Fact;
import org.yiwang.letter.Letter;
import org.yiwang.letter.Selection;
import org.yiwang.letter.Sentence;
import org.yiwang.letter.Source;
import org.yiwang.letter.Story;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Page;

/**
 * Writes the sentences of one letter or story card for one reader, and says where what they rest on can be opened.
 *
 * @param page who reads
 * @param person whose services it tells of
 * @param year the year of a letter, 0 for what is of no year
 * @param codes names of categories
 */
public record Wording(Page page, VolunteerView person, int year, Codes codes) {

    /** Of a letter. */
    public Wording(Page page, Letter letter, Codes codes) {
        this(page, letter.person(), letter.year(), codes);
    }

    /** Of a story card. */
    public Wording(Page page, Story story, Codes codes) {
        this(page, story.person(), 0, codes);
    }

    /** A sentence. */
    public String text(Sentence sentence) {
        return page.t("letter.says." + sentence.key(), written(sentence.facts()));
    }

    /** A part of one. */
    public String text(Sentence.Part part) {
        return page.t("letter.part." + part.key(), written(part.facts()));
    }

    /** Where the source is opened. */
    public String link(Source source) {
        String of = Ids.text(person.id());
        return switch (source) {
            case Source.OneRecord(long record) -> "/me/hours/" + Ids.text(record) + "?volunteer=" + of;
            case Source.Entry(long entry) -> "/me/dossier/" + Ids.text(entry) + "?of=" + of;
            case Source.OneActivity(long activity) -> "/activities/" + Ids.text(activity);
            case Source.AllThanks() -> thanks(of);
            case Source.OneThanks(long thanks) -> thanks(of) + "#t-" + Ids.text(thanks);
            case Source.Services(Selection selection) ->
                "/me/letters/" + year + "/because?of=" + of + "&what=" + selection.what() + "&which="
                        + URLEncoder.encode(selection.of(), StandardCharsets.UTF_8);
        };
    }

    private String thanks(String of) {
        return "/me/thanks?" + (year == 0 ? "" : "year=" + year + "&") + "of=" + of;
    }

    private Object[] written(List<Fact> facts) {
        return facts.stream().map(this::written).toArray();
    }

    private Object written(Fact fact) {
        return switch (fact) {
            case Fact.Count(long value) -> page.number(value);
            case Fact.Minutes(long value) -> page.minutes(value);
            case Fact.Day(var value) -> page.fullDate(value);
            case Fact.Words(String value) -> value;
            case Fact.Named(var value) -> page.t(value);
            case Fact.Category(String code) -> page.t(codes.label("category", code));
        };
    }
}
