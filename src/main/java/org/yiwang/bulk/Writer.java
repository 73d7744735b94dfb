package org.yiwang.bulk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AccountRows;
import org.yiwang.activity.ActivityRows;
import org.yiwang.attendance.AttendanceRows;
import org.yiwang.board.BoardRows;
import org.yiwang.organization.OrganizationRows;
import org.yiwang.record.RecordRows;
import org.yiwang.signup.SignUpRows;
import org.yiwang.volunteer.VolunteerRows;

/** Hands what is invented to the modules that own the tables. */
@Component
class Writer {

    /** The large tables that all of them write. */
    static final List<String> TABLES = Stream.of(
                    AccountRows.TABLES,
                    VolunteerRows.TABLES,
                    OrganizationRows.TABLES,
                    ActivityRows.TABLES,
                    SignUpRows.TABLES,
                    AttendanceRows.TABLES,
                    RecordRows.TABLES,
                    BoardRows.TABLES)
            .flatMap(List::stream)
            .toList();

    private final AccountRows accounts;
    private final VolunteerRows volunteers;
    private final OrganizationRows organizations;
    private final ActivityRows activities;
    private final SignUpRows signUps;
    private final AttendanceRows attendance;
    private final RecordRows records;
    private final BoardRows boards;

    Writer(
            AccountRows accounts,
            VolunteerRows volunteers,
            OrganizationRows organizations,
            ActivityRows activities,
            SignUpRows signUps,
            AttendanceRows attendance,
            RecordRows records,
            BoardRows boards) {
        this.accounts = accounts;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.activities = activities;
        this.signUps = signUps;
        this.attendance = attendance;
        this.records = records;
        this.boards = boards;
    }

    /**
     * Writes a batch in one transaction.
     *
     * @param until the moment at which the city stands
     * @return how many rows
     */
    @Transactional
    public long write(Batch batch, Instant until) {
        return accounts.open(batch.accounts)
                + volunteers.register(batch.volunteers)
                + organizations.found(batch.organizations)
                + organizations.join(batch.members)
                + activities.publish(batch.activities)
                + signUps.open(batch.places)
                + signUps.take(batch.signUps)
                + attendance.close(batch.pairs)
                + records.record(batch.ended, batch.served, until)
                + boards.join(batch.onBoards, until);
    }
}
