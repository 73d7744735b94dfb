package org.yiwang.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * Signing in, by password or by a code sent to the number, with the second factor where one is set up or asked for.
 * Answers never tell whether a number has an account.
 */
@Component
public class SignIn {

    private static final String PURPOSE = "sign-in";
    private static final String RESET = "reset-password";
    private static final Duration HALF_WAY = Duration.ofMinutes(10);

    private final AccountStore accounts;
    private final GrantStore grants;
    private final Sessions sessions;
    private final SessionDirectory directory;
    private final SecondFactor secondFactor;
    private final Passwords passwords;
    private final MobileCodes codes;
    private final SignInGuard guard;
    private final AddressLimits addresses;
    private final AuditTrail audit;
    private final Tokens tokens;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(
            AccountStore accounts,
            GrantStore grants,
            Sessions sessions,
            SessionDirectory directory,
            SecondFactor secondFactor,
            Passwords passwords,
            MobileCodes codes,
            SignInGuard guard,
            AddressLimits addresses,
            AuditTrail audit,
            Tokens tokens,
            Vault vault,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.sessions = sessions;
        this.directory = directory;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.codes = codes;
        this.guard = guard;
        this.addresses = addresses;
        this.audit = audit;
        this.tokens = tokens;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * By password. Refuses with {@code account.sign-in-wrong}, {@code account.locked}, {@code account.too-many-tries},
     * {@code account.busy} or, once the password was right, {@code account.closed} or {@code account.suspended}.
     */
    public Outcome byPassword(String mobile, String password, Client client) {
        requireFewTries(client);
        Mobile number = Mobile.parse(mobile);
        byte[] digest = vault.digest(number.number());
        guard.attempt(digest);
        AccountStore.AccountRow account = accounts.findByMobile(digest).orElse(null);
        if (!passwords.matches(password, account == null ? null : account.passwordHash()) || account == null) {
            throw new Refusal(AccountProblem.SIGN_IN_WRONG);
        }
        guard.succeeded(digest);
        return proceed(account, client);
    }

    /** Sends a code for {@link #byCode}; says the same and counts the same where nobody has the number. */
    public void sendCode(String mobile, String clientAddress) {
        Mobile number = Mobile.parse(mobile);
        codes.send(number, PURPOSE, clientAddress, hasAccount(number));
    }

    /** By a code. Refuses with {@code account.code-wrong}, {@code account.code-expired}, {@code account.closed}. */
    public Outcome byCode(String mobile, String code, Client client) {
        requireFewTries(client);
        Mobile number = Mobile.parse(mobile);
        codes.check(number, PURPOSE, code);
        return proceed(byMobile(number), client);
    }

    /**
     * For somebody who has just proved the account's number elsewhere (registering, recovering a registration). The caller
     * has checked that; the second factor is asked for as ever.
     */
    @Transactional
    public Outcome byProvedMobile(long accountId, Client client) {
        return proceed(accounts.find(accountId).orElseThrow(() -> new Refusal(AccountProblem.SIGN_IN_AGAIN)), client);
    }

    /** Sends a code for {@link #resetPassword}. */
    public void sendResetCode(String mobile, String clientAddress) {
        Mobile number = Mobile.parse(mobile);
        codes.send(number, RESET, clientAddress, hasAccount(number));
    }

    /** Sets a new password, with a code; ends all sessions of the account. The second factor is asked for as before. */
    public void resetPassword(String mobile, String code, String password) {
        Mobile number = Mobile.parse(mobile);
        Passwords.requireStrong(password, number.number());
        MobileCodes.Right right = codes.compare(number, RESET, code);
        String hash = passwords.hash(password, number.number());
        transaction.executeWithoutResult(_ -> {
            codes.use(right);
            AccountStore.AccountRow account = byMobile(number);
            accounts.setPassword(account.id(), hash, clock.instant());
            guard.succeeded(vault.digest(number.number()));
            sessions.endOthers(account.id(), 0);
            audit.write(
                    new Actor(account.id(), account.name(), List.of(), 0),
                    "account.reset-password",
                    "account:" + Ids.text(account.id()),
                    null);
        });
    }

    /** The rest of the way after {@link Outcome.SecondFactorAsked}; {@code code} from the app or a recovery code. */
    public Sessions.Signed withSecondFactor(String halfWay, String code, Client client) {
        AccountStore.AccountRow account = halfWay(halfWay);
        secondFactor.check(account.id(), code);
        return sessions.begin(account, grants.of(account.id()), client, true);
    }

    /** What to tell the authenticator app, after {@link Outcome.SetUpAsked}. */
    @Transactional
    public SecondFactor.Enrolment setUp(String halfWay) {
        return secondFactor.begin(halfWay(halfWay).id());
    }

    /** The rest of the way after {@link Outcome.SetUpAsked}, with the app's first code. */
    public SetUp withNewSecondFactor(String halfWay, String code, Client client) {
        AccountStore.AccountRow account = halfWay(halfWay);
        secondFactor.requireFirst(account.id(), code);
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<String> recovery = secondFactor.turnOn(account.id());
            Sessions.Signed signed = sessions.begin(account, grants.of(account.id()), client, true);
            audit.write(
                    new Actor(account.id(), account.name(), List.of(), signed.sessionId()),
                    "account.second-factor-on",
                    "account:" + Ids.text(account.id()),
                    null);
            return new SetUp(signed, recovery);
        }));
    }

    private Outcome proceed(AccountStore.AccountRow account, Client client) {
        if (!account.open()) {
            throw new Refusal(account.state().equals("STOPPED") ? AccountProblem.SUSPENDED : AccountProblem.CLOSED);
        }
        List<Grant> held = grants.of(account.id());
        if (secondFactor.isSetUp(account.id())) {
            return new Outcome.SecondFactorAsked(halfWayToken(account));
        }
        if (directory.asksForSecondFactor(held)) {
            return new Outcome.SetUpAsked(halfWayToken(account));
        }
        return new Outcome.SignedIn(sessions.begin(account, held, client, false));
    }

    private void requireFewTries(Client client) {
        if (!addresses.mayTry(client.address())) {
            throw new Refusal(AccountProblem.TOO_MANY_TRIES);
        }
    }

    private boolean hasAccount(Mobile number) {
        return accounts.findByMobile(vault.digest(number.number())).isPresent();
    }

    private AccountStore.AccountRow byMobile(Mobile number) {
        return accounts.findByMobile(vault.digest(number.number()))
                .orElseThrow(() -> new Refusal(AccountProblem.CODE_WRONG).at("code"));
    }

    private String halfWayToken(AccountStore.AccountRow account) {
        return tokens.sign(
                Tokens.HALF_WAY, account.id(), 0, clock.instant().plus(HALF_WAY).getEpochSecond());
    }

    private AccountStore.AccountRow halfWay(String token) {
        Tokens.@Nullable Claims claims =
                tokens.read(Tokens.HALF_WAY, token, clock.instant().getEpochSecond());
        if (claims == null) {
            throw new Refusal(AccountProblem.SIGN_IN_AGAIN);
        }
        return accounts.find(claims.account())
                .filter(AccountStore.AccountRow::open)
                .orElseThrow(() -> new Refusal(AccountProblem.SIGN_IN_AGAIN));
    }

    /** How far a sign-in came. */
    public sealed interface Outcome {

        /** All the way. */
        record SignedIn(Sessions.Signed session) implements Outcome {}

        /** The second factor is asked for; the mark holds 10 minutes. */
        record SecondFactorAsked(String halfWay) implements Outcome {}

        /** A second factor must be set up first; the mark holds 10 minutes. */
        record SetUpAsked(String halfWay) implements Outcome {}
    }

    /**
     * A second factor was set up and the person is signed in.
     *
     * @param recoveryCodes to be written down now
     */
    public record SetUp(Sessions.Signed session, List<String> recoveryCodes) {}
}
