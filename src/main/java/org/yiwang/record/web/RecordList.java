package org.yiwang.record.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Slice;
import org.yiwang.record.RecordSum;
import org.yiwang.record.RecordSum.By;
import org.yiwang.record.RecordView;
import org.yiwang.region.RegionView;
import org.yiwang.volunteer.VolunteerView;

/**
 * What the page of a team's or an area's records shows.
 *
 * @param path address of the page
 * @param query what was asked for, as it stands in an address: {@code from=…&to=…}
 * @param office whether an office reads: names are masked
 * @param heading name of the team or area
 * @param view {@code records}, {@code members} or a {@link By}
 * @param sum what all of them come to; absent while the filter is wrong
 * @param countedBy versions of the rule by which service of those days is counted; none while the filter is wrong
 * @param slice the records, for that view
 * @param people the people in the records
 * @param lines sums, for the other views
 * @param memberPage page of the members, 0 if this is not about them
 * @param moreMembers whether another page of members follows
 * @param regions divisions to choose from, the widest first
 * @param narrowed name of the organization to which an office has narrowed the list
 * @param mayFile whether a file may be made
 * @param fullFile whether the file may hold full names
 */
public record RecordList(
        String path,
        String query,
        boolean office,
        String heading,
        String view,
        @Nullable RecordSum sum,
        List<Integer> countedBy,
        Slice<RecordView> slice,
        Map<Long, VolunteerView> people,
        List<Line> lines,
        int memberPage,
        boolean moreMembers,
        List<RegionView> regions,
        @Nullable String narrowed,
        boolean mayFile,
        boolean fullFile) {

    /** The name of somebody in a record: masked for offices. */
    public String name(RecordView record) {
        VolunteerView person = people.get(record.volunteerId());
        return person == null ? "" : office ? person.maskedName() : person.name();
    }

    /** The unified number of somebody in a record. */
    public String number(RecordView record) {
        VolunteerView person = people.get(record.volunteerId());
        return person == null ? "" : person.number();
    }

    /**
     * A sum with a name.
     *
     * @param name what the records have in common, in words
     * @param link narrower list, empty if there is none
     * @param sum the sum
     */
    public record Line(String name, String link, RecordSum sum) {}
}
