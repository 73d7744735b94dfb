package org.yiwang.board.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.board.BoardKey;
import org.yiwang.board.BoardProblem;
import org.yiwang.board.Facet;
import org.yiwang.board.Span;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationProblem;
import org.yiwang.region.Regions;

/** Reads which board an address asks for: the month, the city and all service unless it says otherwise. */
@Component
class BoardQuestion {

    private final Regions regions;
    private final Clock clock;

    BoardQuestion(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The board of the period in which a day lies.
     *
     * @param span week, month, year or all; a month if absent
     * @param day any day of the period, today if absent
     */
    BoardKey key(@Nullable String span, @Nullable String day, Facet facet) {
        Span by = span(span);
        if (!facet.isBy(by)) {
            throw new Refusal(BoardProblem.NOT_BY_PERIOD).at("span");
        }
        return BoardKey.on(by, day(day), facet);
    }

    /**
     * What it counts: minutes for an organization with all below it, of a category, or all; or all in another way. Several
     * of them together are refused.
     *
     * @param kind times, newcomers or months
     */
    Facet facet(@Nullable String organization, @Nullable String category, @Nullable String kind) {
        String one = Objects.requireNonNullElse(organization, "");
        String other = Objects.requireNonNullElse(category, "");
        String way = Objects.requireNonNullElse(kind, "");
        if (Stream.of(one, other, way).filter(text -> !text.isEmpty()).count() > 1) {
            throw new Refusal(BoardProblem.ONE_FACET);
        }
        if (!way.isEmpty()) {
            return Facet.kind(way).orElseThrow(() -> new Refusal(BoardProblem.NO_KIND).at("kind"));
        }
        if (!one.isEmpty()) {
            return new Facet.OfOrganization(Ids.parse(one).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN)));
        }
        return other.isEmpty() ? Facet.EVERYTHING : new Facet.OfCategory(other);
    }

    /** The region, the city if absent; one that is not of the city is refused where the board is asked for. */
    RegionCode region(@Nullable String code) {
        return code == null || code.isEmpty()
                ? regions.city().code()
                : regions.get(code).code();
    }

    /** How long the period is, a month if absent. */
    Span span(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Span.MONTH;
        }
        String name = text.toUpperCase(Locale.ROOT);
        Optional<Span> found =
                Arrays.stream(Span.values()).filter(s -> s.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new Refusal(BoardProblem.NO_PERIOD).at("span"));
    }

    private LocalDate day(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return LocalDate.now(clock);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException _) {
            // Refused below, as a year that nobody served in.
        }
        throw new Refusal(BoardProblem.NO_PERIOD).at("day");
    }
}
