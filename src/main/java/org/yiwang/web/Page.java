package org.yiwang.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/**
 * What every template knows: who reads, in which language and mode, and how dates, spans and minutes are written for
 * them. Templates hold no literal text: {@link #t} looks it up.
 *
 * @param messages all message bundles
 * @param locale language of the reader
 * @param elder whether elder mode (长辈版) is on
 * @param demo whether the demo city is running, with its demo sign-ins and its outbox
 * @param actor who is signed in, null if nobody
 * @param path path of the page, for "here" marks and for coming back
 * @param csrf token that forms send along
 * @param csrfHeader name of the header in which htmx sends it
 * @param fragment whether htmx asks for the content without the layout
 * @param notice key of a message to show once on top of the page, null if none
 * @param unread messages in the reader's inbox that are not read yet
 * @param clock the clock, in the city's zone
 * @param assets addresses of style sheets, scripts and pictures
 */
public record Page(
        MessageSource messages,
        Locale locale,
        boolean elder,
        boolean demo,
        @Nullable Actor actor,
        String path,
        String csrf,
        String csrfHeader,
        boolean fragment,
        @Nullable String notice,
        int unread,
        Clock clock,
        Assets assets) {

    /**
     * The text of a key in the reader's language; days among its values are written as people do. A key without text is a mistake
     * that a test finds.
     */
    public String t(String key, Object... args) {
        Object[] values = Arrays.stream(Label.named(args, locale))
                .map(value -> value instanceof LocalDate day ? date(day) : value)
                .toArray();
        return messages.getMessage(key, values, locale);
    }

    /**
     * A reason as it is kept: by its key where the program gave it, as written where somebody wrote it. Words that only begin
     * like a key are words.
     */
    public String reason(String kept, String prefix) {
        String known = kept.startsWith(prefix) ? messages.getMessage(kept, null, null, locale) : null;
        return known == null ? kept : known;
    }

    /** The text of a form message. */
    public String t(Form.Message message) {
        return t(message.key(), message.args().toArray());
    }

    /** Why something was refused, in the reader's words. */
    public String t(Refusal refusal) {
        return t("problem." + refusal.problem().code(), refusal.args().toArray());
    }

    /** A name that is data, in the reader's language. */
    public String t(Label label) {
        return label.in(locale);
    }

    /** Whether the reader reads English. */
    public boolean english() {
        return "en".equals(locale.getLanguage());
    }

    /** Whether the person signed in has the permission at some scope. */
    public boolean may(Permission permission) {
        return actor != null && actor.may(permission);
    }

    /** The lasting address of a style sheet, script or picture: {@code asset("/css/yiwang.css")}. */
    public String asset(String file) {
        return assets.url(file);
    }

    /** Whether the page is at the address or below it: for the "here" mark in menus. */
    public boolean under(String address) {
        int query = path.indexOf('?');
        String here = query < 0 ? path : path.substring(0, query);
        return here.equals(address) || (address.length() > 1 && here.startsWith(address + "/"));
    }

    /** Address of this very page in the other language of the platform. */
    public String inOtherLanguage() {
        String here = path.replaceAll("[?&]lang=[^&]*", "");
        if (here.indexOf('?') < 0) {
            // The first parameter was the language; the next one, if any, lost its question mark.
            here = here.replaceFirst("&", "?");
        }
        return here + (here.indexOf('?') < 0 ? "?" : "&") + "lang=" + (english() ? "zh" : "en");
    }

    /** Address that turns elder mode on or off and comes back to this page. */
    public String inOtherMode() {
        return "/elder?on=" + !elder + "&next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Whether the person runs activities for an organization, as every post of one does. */
    public boolean hasDesk() {
        return may(Permission.ACTIVITY_MANAGE);
    }

    /** Whether the person decides for an office or a community, as every office does. */
    public boolean hasOffice() {
        return may(Permission.ORGANIZATION_REVIEW);
    }

    /** The city's zone. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** Today in the city. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** 11月21日(周六), with the year when it is not this one. */
    public String date(LocalDate date) {
        boolean thisYear = date.getYear() == today().getYear();
        DayOfWeek day = date.getDayOfWeek();
        if (english()) {
            return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                    + DateTimeFormatter.ofPattern(thisYear ? " d MMM" : " d MMM yyyy", Locale.ENGLISH)
                            .format(date);
        }
        String weekday = "一二三四五六日".substring(day.getValue() - 1, day.getValue());
        return (thisYear ? "" : date.getYear() + "年") + date.getMonthValue() + "月" + date.getDayOfMonth() + "日(周"
                + weekday + ")";
    }

    /** 2026年1月1日, 1 January 2026: a day of which the year matters and the weekday does not. */
    public String fullDate(LocalDate date) {
        return DateTimeFormatter.ofPattern(english() ? "d MMMM yyyy" : "yyyy年M月d日", Locale.ENGLISH)
                .format(date);
    }

    /** The month alone, for a day written large: 11月, Nov. */
    public String month(LocalDate date) {
        return english() ? DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH).format(date) : date.getMonthValue() + "月";
    }

    /** The weekday alone: 周六, Sat. */
    public String weekday(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return english()
                ? day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                : "周" + "一二三四五六日".charAt(day.getValue() - 1);
    }

    /** The day of a moment, in the city. */
    public String date(Instant moment) {
        return date(moment.atZone(zone()).toLocalDate());
    }

    /** 09:00. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(zone()));
    }

    /** 11月21日(周六) 09:00. */
    public String moment(Instant moment) {
        return date(moment) + " " + time(moment);
    }

    /** 11月21日(周六) 09:00–11:00; both days when they differ. */
    public String span(Period period) {
        ZonedDateTime start = period.start().atZone(zone());
        ZonedDateTime end = period.end().atZone(zone());
        return start.toLocalDate().equals(end.toLocalDate())
                ? moment(period.start()) + "–" + time(period.end())
                : moment(period.start()) + " – " + moment(period.end());
    }

    /** 2 小时 30 分. */
    public String minutes(long minutes) {
        long hours = minutes / 60;
        long rest = minutes % 60;
        if (hours == 0) {
            return t("unit.minutes", rest);
        }
        return rest == 0 ? t("unit.hours", hours) : t("unit.hours-minutes", hours, rest);
    }

    /** 12,345. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** The value that a datetime-local input shows for a moment. */
    public String input(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(moment.atZone(zone()));
    }
}
