package org.yiwang.activity;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why a command on an activity or project is refused. */
public enum ActivityProblem implements Problem {
    /** There is no such activity. */
    UNKNOWN(Kind.NOT_FOUND),
    /** There is no such project. */
    PROJECT_UNKNOWN(Kind.NOT_FOUND),
    /** The activity has no such post. */
    POST_UNKNOWN(Kind.NOT_FOUND),
    /** The activity has no such shift. */
    SHIFT_UNKNOWN(Kind.NOT_FOUND),
    /** The state of the activity does not allow this step. */
    WRONG_STATE(Kind.CONFLICT),
    /** Somebody else saved it after this form was opened. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** An activity has at least one post with one shift. */
    LAST_SHIFT(Kind.CONFLICT),
    /** A code is not in its table, or no longer in use. */
    CODE_UNKNOWN(Kind.INVALID),
    /** One to four categories (code table of the national platform). */
    CATEGORY_COUNT(Kind.INVALID),
    /** The region does not exist. */
    REGION_UNKNOWN(Kind.INVALID),
    /** The oldest age asked for is below the youngest. */
    AGES_CROSSED(Kind.INVALID),
    /** Sign-up would end before it begins. */
    RECRUITMENT_CROSSED(Kind.INVALID),
    /** One to six letters or digits. */
    PASS_CODE_FORM(Kind.INVALID),
    /** Latitude and longitude come together. */
    POINT_INCOMPLETE(Kind.INVALID),
    /** Latitude lies between -90 and 90, longitude between -180 and 180. */
    POINT_RANGE(Kind.INVALID),
    /** A name, between 1 and the longest allowed number of characters. */
    NAME_LENGTH(Kind.INVALID),
    /** A text is longer than can be kept. */
    TEXT_TOO_LONG(Kind.INVALID),
    /** A text that everybody needs is empty. */
    TEXT_MISSING(Kind.INVALID),
    /** A shift ends before it begins or has no places. */
    SHIFT_FORM(Kind.INVALID),
    /** A named team does not exist. */
    TEAM_UNKNOWN(Kind.INVALID),

    /** The organization is not approved, its filing has run out, or it was stopped. */
    ORGANIZATION_INACTIVE(Kind.CONFLICT),
    /** The organization may not act in that region. */
    OUTSIDE_AREA(Kind.CONFLICT),
    /** The name says that hours are entered afterwards (补录). */
    NAME_BACKDATED(Kind.INVALID),
    /** The description does not say what is done. */
    DESCRIPTION_THIN(Kind.INVALID),
    /** Nobody would find the place. */
    ADDRESS_VAGUE(Kind.INVALID),
    /** No contact with name and telephone. */
    CONTACT_MISSING(Kind.INVALID),
    /** Nobody is named whom it serves. */
    OBJECTS_MISSING(Kind.INVALID),
    /** The risks are not told (Regulations art. 12). */
    RISK_NOTE_MISSING(Kind.INVALID),
    /** Possibly dangerous service without accident insurance (Regulations art. 17). */
    INSURANCE_MISSING(Kind.INVALID),
    /** A dangerous activity that does not ask for adults. */
    MINORS_AT_RISK(Kind.INVALID),
    /** It has begun: activities are published before they start. */
    ALREADY_STARTED(Kind.CONFLICT),
    /** It lasts longer than the rule allows, normally a year. */
    LASTS_TOO_LONG(Kind.INVALID),
    /** One shift lasts longer than the rule allows. */
    SHIFT_TOO_LONG(Kind.INVALID),
    /** Sign-up is over already, or ends after the activity. */
    RECRUITMENT_OVER(Kind.INVALID),
    /** Sign-up by pass-code without a pass-code. */
    PASS_CODE_MISSING(Kind.INVALID),
    /** Sign-up by teams without a team. */
    TEAMS_MISSING(Kind.INVALID),
    /** The subsidy is clearly above a normal one. */
    SUBSIDY_TOO_HIGH(Kind.INVALID),
    /** A subsidy without saying what it covers. */
    SUBSIDY_UNEXPLAINED(Kind.INVALID),
    /** A written agreement is needed here (Regulations art. 14 and local law). */
    AGREEMENT_NEEDED(Kind.INVALID),

    /** Nobody decides on an activity of their own. */
    OWN_ACTIVITY(Kind.FORBIDDEN),
    /** Approval needs every line of the list. */
    CHECKLIST_INCOMPLETE(Kind.INVALID),
    /** A decision or change without its reason. */
    REASON_MISSING(Kind.INVALID),

    /** The shift has begun. */
    SHIFT_STARTED(Kind.CONFLICT),
    /** A new time lies in the past. */
    TIME_PAST(Kind.INVALID),
    /** A change that changes nothing. */
    NOTHING_CHANGED(Kind.INVALID),
    /** After publication shifts are added within the announced days only. */
    OUTSIDE_ANNOUNCED(Kind.INVALID),
    /** There is no such set of posts. */
    TEMPLATE_UNKNOWN(Kind.INVALID),
    /** It has not begun: it is called off or moved instead. */
    NOT_BEGUN(Kind.CONFLICT),
    /** It was extended before; once is allowed. */
    EXTENDED_ALREADY(Kind.CONFLICT),
    /** An extension reaches further than allowed. */
    EXTENSION_TOO_LONG(Kind.INVALID),
    /** The time in which it could be extended is over. */
    EXTENSION_TOO_LATE(Kind.CONFLICT),
    /** Its last shift is not over. */
    NOT_ENDED(Kind.CONFLICT),
    /** It has begun: it can no longer be called off, only closed with a summary. */
    HAS_BEGUN(Kind.CONFLICT),
    /** The summary does not say what was done. */
    SUMMARY_THIN(Kind.INVALID);

    private final Kind kind;

    ActivityProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "activity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
