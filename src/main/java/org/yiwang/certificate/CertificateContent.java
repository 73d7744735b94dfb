package org.yiwang.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a certificate: a snapshot that never changes. Credit and honour time, and the trust grades, stand apart
 * and are never added up.
 *
 * @param number its number
 * @param issuedAt the moment as of which everything in it is true
 * @param issuer the city whose platform it is
 * @param person whose service
 * @param scope what was chosen
 * @param from day of the first service in it
 * @param to day of the last
 * @param records how many services
 * @param time in all
 * @param grades the same time by trust grade
 * @param units the same time by recording unit, the most first
 * @param services one by one, the latest first; at most as many as the rule allows
 * @param dossier training and commendations, if asked for
 * @param log the state of the sealed log on which it rests, null before there was one
 */
public record CertificateContent(
        String number,
        Instant issuedAt,
        String issuer,
        Person person,
        CertificateScope scope,
        LocalDate from,
        LocalDate to,
        int records,
        Time time,
        List<GradeTime> grades,
        List<UnitTime> units,
        List<Service> services,
        List<DossierLine> dossier,
        @Nullable Log log) {

    /**
     * The person.
     *
     * @param name full name
     * @param number unified number of the volunteer
     * @param documentTail last four characters of the identity document
     */
    public record Person(String name, String number, String documentTail) {}

    /**
     * Service time.
     *
     * @param creditMinutes 信用时长
     * @param honourMinutes 荣誉时长
     */
    public record Time(long creditMinutes, long honourMinutes) {

        static final Time NONE = new Time(0, 0);

        Time plus(boolean credit, int minutes) {
            return credit
                    ? new Time(creditMinutes + minutes, honourMinutes)
                    : new Time(creditMinutes, honourMinutes + minutes);
        }
    }

    /**
     * Time of one trust grade.
     *
     * @param grade A to D, or a hyphen for records that have none yet
     * @param time that has it
     */
    public record GradeTime(String grade, Time time) {}

    /**
     * What one recording unit recorded.
     *
     * @param organization its name
     * @param records how many services
     * @param time in all
     */
    public record UnitTime(String organization, int records, Time time) {}

    /**
     * One service.
     *
     * @param recordId its record
     * @param date the day
     * @param activity name of the activity
     * @param content what was done
     * @param category code of the table {@code category}
     * @param organization the recording unit
     * @param personInCharge who was in charge
     * @param minutes that count
     * @param credit whether it is credit time; otherwise honour time
     * @param grade trust grade, a hyphen for none
     * @param leaf position of the leaf of the sealed log on which it rests; null in certificates from before it was noted
     */
    public record Service(
            long recordId,
            LocalDate date,
            String activity,
            String content,
            String category,
            String organization,
            String personInCharge,
            int minutes,
            boolean credit,
            String grade,
            @Nullable Long leaf) {}

    /**
     * A training or commendation.
     *
     * @param date the day
     * @param kind message key of what it is
     * @param title its name
     * @param by who gave it
     * @param entryId the entry on which it rests; null in certificates from before it was noted
     */
    public record DossierLine(
            LocalDate date,
            String kind,
            String title,
            String by,
            @Nullable Long entryId) {}

    /**
     * A head of the sealed log.
     *
     * @param size leaves
     * @param root of the tree over them, in hexadecimal
     */
    public record Log(long size, String root) {}

    /** The same without the single services, for those who only check it. */
    CertificateContent brief() {
        return new CertificateContent(
                number, issuedAt, issuer, person, scope, from, to, records, time, grades, units, List.of(), List.of(),
                log);
    }

    /** Whether it says of every service on which leaf of the log it rests. */
    public boolean namesLeaves() {
        return log != null && services.stream().allMatch(s -> s.leaf() != null);
    }

    /** Hours to one decimal place, as certificates show them: 12.5. */
    public static String hours(long minutes) {
        long tenths = (minutes + 3) / 6;
        return tenths / 10 + "." + tenths % 10;
    }
}
