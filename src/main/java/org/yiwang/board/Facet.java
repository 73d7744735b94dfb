package org.yiwang.board;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.record.EffectiveRecords.Effective;

/** What a board counts (domain F10: several boards). */
public sealed interface Facet {

    /** All service. */
    record Everything() implements Facet {}

    /**
     * Service for an organization or one below it.
     *
     * @param id the organization
     */
    record OfOrganization(long id) implements Facet {}

    /**
     * Service of one category.
     *
     * @param code of the table {@code category}
     */
    record OfCategory(String code) implements Facet {}

    /** How often people served: every record that counts is once, however long it was. */
    record Times() implements Facet {}

    /** Service in the period of those whose first there ever was lies in it. Of all time everybody would be one. */
    record Newcomers() implements Facet {}

    /** In how many months in a row people served, at best: a pause takes nothing away. Of years and of all time. */
    record Months() implements Facet {}

    /** All service. */
    Facet EVERYTHING = new Everything();

    /** Those that count all service, each in a way of its own. */
    List<Facet> KINDS = List.of(new Times(), new Newcomers(), new Months());

    /** One of {@link #KINDS} by its name: times, newcomers, months. */
    static Optional<Facet> kind(String name) {
        return KINDS.stream().filter(kind -> kind.text().equals("x:" + name)).findFirst();
    }

    /** Whether there are boards of it with such periods. */
    default boolean isBy(Span span) {
        return switch (this) {
            case Newcomers _ -> span != Span.ALL;
            case Months _ -> span == Span.YEAR || span == Span.ALL;
            default -> true;
        };
    }

    /** What its numbers are. */
    default Unit unit() {
        return switch (this) {
            case Times _ -> Unit.TIMES;
            case Months _ -> Unit.MONTHS;
            default -> Unit.MINUTES;
        };
    }

    /** What a number on a board is. */
    enum Unit {
        /** Credit minutes. */
        MINUTES,
        /** Records that count. */
        TIMES,
        /** Months, one after the other. */
        MONTHS
    }

    /** All facets whose amount is the sum of the minutes of the records that they count, and that count this one. */
    static List<Facet> of(Effective record) {
        return Stream.concat(
                        Stream.of(EVERYTHING, new OfCategory(record.category())),
                        record.organizationAncestors().stream().map(OfOrganization::new))
                .distinct()
                .toList();
    }

    /** Whether it counts the record. */
    default boolean counts(Effective record) {
        return switch (this) {
            case Everything _, Times _, Newcomers _, Months _ -> true;
            case OfOrganization o -> record.organizationAncestors().contains(o.id);
            case OfCategory c -> record.category().equals(c.code);
        };
    }

    /** As it stands in the table. */
    default String text() {
        return switch (this) {
            case Everything _ -> "";
            case Times _ -> "x:times";
            case Newcomers _ -> "x:newcomers";
            case Months _ -> "x:months";
            case OfOrganization o -> "o:" + o.id;
            case OfCategory c -> "c:" + c.code;
        };
    }

    /** From the table. */
    static Facet parse(String text) {
        if (text.isEmpty()) {
            return EVERYTHING;
        }
        String value = text.substring(2);
        return switch (text.charAt(0)) {
            case 'o' -> new OfOrganization(Long.parseLong(value));
            case 'c' -> new OfCategory(value);
            default -> kind(value).orElseThrow(() -> new IllegalArgumentException(text));
        };
    }
}
