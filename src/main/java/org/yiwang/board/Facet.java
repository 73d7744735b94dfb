package org.yiwang.board;

import java.util.List;
import java.util.stream.Stream;
import org.yiwang.record.EffectiveRecords.Effective;

/** Which service a board counts. */
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

    /** All service. */
    Facet EVERYTHING = new Everything();

    /** All facets that count the record. */
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
            case Everything _ -> true;
            case OfOrganization o -> record.organizationAncestors().contains(o.id);
            case OfCategory c -> record.category().equals(c.code);
        };
    }

    /** As it stands in the table. */
    default String text() {
        return switch (this) {
            case Everything _ -> "";
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
        return text.charAt(0) == 'o' ? new OfOrganization(Long.parseLong(value)) : new OfCategory(value);
    }
}
