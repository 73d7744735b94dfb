package org.yiwang.signup;

import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.platform.CopyRows;
import org.yiwang.signup.SignUpRows.NewPlaces;
import org.yiwang.signup.SignUpRows.NewSignUp;

/** SQL that writes many places and sign-ups at once. */
@Repository
class SignUpRowStore {

    private static final String SHIFT = """
            copy signup_shift (activity_id, shift_id, capacity, taken, period) from stdin""";
    private static final String SIGN_UP = """
            copy signup (activity_id, signup_id, shift_id, volunteer_id, state, how, by_account_id, at) from stdin""";
    private static final String COMMITMENT = """
            copy signup_commitment (volunteer_id, activity_id, shift_id, signup_id, period, held) from stdin""";

    private final JdbcTemplate database;

    SignUpRowStore(JdbcTemplate database) {
        this.database = database;
    }

    long open(List<NewPlaces> shifts) {
        return copy(
                SHIFT,
                shifts,
                (to, s) -> to.number(s.activityId())
                        .number(s.shiftId())
                        .number(s.capacity())
                        .number(s.taken())
                        .span(s.period()));
    }

    long take(List<NewSignUp> taken) {
        return copy(
                        SIGN_UP,
                        taken,
                        (to, s) -> to.number(s.activityId())
                                .number(s.id())
                                .number(s.shiftId())
                                .number(s.volunteerId())
                                .plain(SignUpView.State.ACCEPTED)
                                .plain(SignUp.How.OPEN)
                                .number(s.byAccountId())
                                .plain(s.at()))
                + copy(
                        COMMITMENT,
                        taken,
                        (to, s) -> to.number(s.volunteerId())
                                .number(s.activityId())
                                .number(s.shiftId())
                                .number(s.id())
                                .span(s.period())
                                .flag(true));
    }

    private <T> long copy(String sql, List<T> things, BiConsumer<CopyRows, T> row) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(c, sql, things, row));
        return rows == null ? 0 : rows;
    }
}
