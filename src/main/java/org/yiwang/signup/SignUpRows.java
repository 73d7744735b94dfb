package org.yiwang.signup;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Period;

/**
 * Places of shifts and those who took them, by COPY, for filling an empty database: what publishing and signing up write
 * for one, written for thousands. Ids and moments are the caller's, and nobody is told. In the caller's transaction.
 */
@Component
public class SignUpRows {

    /** The large tables that are written. */
    public static final List<String> TABLES = List.of("signup", "signup_commitment", "signup_shift");

    private final SignUpRowStore store;

    SignUpRows(SignUpRowStore store) {
        this.store = store;
    }

    /** Opens shifts for signing up. How many rows were written. */
    public long open(List<NewPlaces> shifts) {
        return store.open(shifts);
    }

    /** Takes places, at once and by the rules of a shift open to all. How many rows were written. */
    public long take(List<NewSignUp> taken) {
        return store.take(taken);
    }

    /**
     * The places of a shift.
     *
     * @param taken how many of them are taken by the sign-ups that are written beside
     */
    public record NewPlaces(long activityId, long shiftId, int capacity, int taken, Period period) {}

    /**
     * A place that somebody has.
     *
     * @param byAccountId the own account, or the guardian's
     * @param period of the shift
     */
    public record NewSignUp(
            long id, long activityId, long shiftId, long volunteerId, long byAccountId, Instant at, Period period) {}
}
