package org.yiwang.bulk;

import java.util.ArrayList;
import java.util.List;
import org.yiwang.account.AccountRows.NewAccount;
import org.yiwang.activity.ActivityRows.NewActivity;
import org.yiwang.attendance.AttendanceRows.NewPair;
import org.yiwang.board.BoardRows;
import org.yiwang.organization.OrganizationRows.NewMember;
import org.yiwang.organization.OrganizationRows.NewOrganization;
import org.yiwang.record.RecordRows.Ended;
import org.yiwang.record.RecordRows.Served;
import org.yiwang.signup.SignUpRows.NewPlaces;
import org.yiwang.signup.SignUpRows.NewSignUp;
import org.yiwang.volunteer.VolunteerRows.NewVolunteer;

/** What is invented, to be written in one transaction: some teams with all that ever happened in them. */
final class Batch {

    final List<NewAccount> accounts = new ArrayList<>();
    final List<NewVolunteer> volunteers = new ArrayList<>();
    final List<NewOrganization> organizations = new ArrayList<>();
    final List<NewMember> members = new ArrayList<>();
    final List<BoardRows.NewMember> onBoards = new ArrayList<>();
    final List<NewActivity> activities = new ArrayList<>();
    final List<NewPlaces> places = new ArrayList<>();
    final List<NewSignUp> signUps = new ArrayList<>();
    final List<NewPair> pairs = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<Served> served = new ArrayList<>();
}
