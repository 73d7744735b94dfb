package org.yiwang.kernel;

/**
 * A reason for which a command is refused. Each module lists its own in one enum; the code is the message key
 * ({@code problem.<code>}), the last part of the problem type's address in JSON, and what tests look for.
 */
public interface Problem {

    /** Name of the reason, for example {@code signup.full}. */
    String code();

    /** What sort of refusal it is; decides the HTTP status. */
    Kind kind();

    /** Sorts of refusal with their HTTP status. */
    enum Kind {
        /** Something typed cannot be accepted as it is. */
        INVALID(422),
        /** Nobody is signed in, or the proof offered is wrong or expired. */
        UNAUTHENTICATED(401),
        /** The person may not do this here. */
        FORBIDDEN(403),
        /** There is no such thing, or not for this person. */
        NOT_FOUND(404),
        /** True of the request, but the state of things forbids it. */
        CONFLICT(409),
        /** It was there and is over. */
        GONE(410),
        /** More than is read at all. */
        TOO_LARGE(413),
        /** Too often; later it may be accepted. */
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that says this. */
        public int status() {
            return status;
        }
    }
}
