package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/** The registry: finding volunteers and deciding who may act for whom. */
@Component
public class Volunteers {

    private final VolunteerStore store;
    private final CardCodes codes;
    private final Rules rules;
    private final Clock clock;

    Volunteers(VolunteerStore store, CardCodes codes, Rules rules, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.rules = rules;
        this.clock = clock;
    }

    /** The volunteer; refuses with {@code volunteer.unknown} if there is none. */
    public VolunteerView get(long volunteerId) {
        return store.find(volunteerId).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }

    /** Many at once, by id; unknown ids are left out. One query. */
    public Map<Long, VolunteerView> getAll(Collection<Long> volunteerIds) {
        Map<Long, VolunteerView> found = new LinkedHashMap<>();
        if (!volunteerIds.isEmpty()) {
            store.findAll(new TreeSet<>(volunteerIds)).forEach(v -> found.put(v.id(), v));
        }
        return found;
    }

    /** Those of the volunteers in whose name the part stands. */
    public List<Long> named(Collection<Long> volunteerIds, String part) {
        return volunteerIds.isEmpty() ? List.of() : store.named(volunteerIds, part);
    }

    /** How many people are registered and valid. Counts them all: keep the answer. */
    public long count() {
        return store.countValid();
    }

    /**
     * How many valid registrations there are by where people live; a count over all of them.
     *
     * @param length of the region code by which they are put together
     */
    public Map<String, Long> countByDivision(int length) {
        return store.countValid(length);
    }

    /** The volunteer that an account's owner is, valid or not. */
    public Optional<VolunteerView> findByAccount(long accountId) {
        return store.findByAccount(accountId);
    }

    /** Volunteers with an account of their own among these, by account; one query. */
    public Map<Long, VolunteerView> findByAccounts(Collection<Long> accountIds) {
        Map<Long, VolunteerView> found = new LinkedHashMap<>();
        for (VolunteerView view : store.findByAccounts(new TreeSet<>(accountIds))) {
            if (view.accountId() != null) {
                found.put(view.accountId(), view);
            }
        }
        return found;
    }

    /** The volunteer of a unified number. */
    public Optional<VolunteerView> findByNumber(String number) {
        String tidy = number.strip().toUpperCase(java.util.Locale.ROOT);
        return UnifiedNumber.isValid(tidy) ? store.findByNumber(tidy) : Optional.empty();
    }

    /** Those for whom the person may act: the person, then wards who are not of age yet, oldest first. */
    public List<VolunteerView> actingFor(Actor actor) {
        return actingFor(List.of(actor.accountId())).getFirst();
    }

    /** The same for the owners of many accounts, in their order; one query. */
    public List<List<VolunteerView>> actingFor(List<Long> accountIds) {
        Map<Long, List<VolunteerView>> found = store.actingFor(accountIds, bornAfterForMinors());
        return accountIds.stream()
                .map(account -> found.getOrDefault(account, List.of()))
                .toList();
    }

    /** The volunteer, if the actor is that person or the guardian of that minor; otherwise refuses with {@code volunteer.not-yours}. */
    public VolunteerView require(Actor actor, long volunteerId) {
        VolunteerView view = get(volunteerId);
        if (!mayActFor(actor, view)) {
            throw new Refusal(VolunteerProblem.NOT_YOURS);
        }
        return view;
    }

    /**
     * Whether one human stands behind both accounts, or the two answer for each other, as far as can be told: the same account,
     * or registrations that are {@link VolunteerView#isOneHumanWith one human's}. Of two who shall vouch for something, none
     * may be. The owner of an account without a registration cannot be recognised.
     */
    public boolean isOneHuman(long accountId, long otherAccountId) {
        Optional<VolunteerView> one = findByAccount(accountId);
        Optional<VolunteerView> other = findByAccount(otherAccountId);
        return accountId == otherAccountId
                || one.filter(person -> person.concerns(otherAccountId)).isPresent()
                || other.filter(person -> person.concerns(accountId)).isPresent()
                || one.flatMap(person -> other.filter(person::isOneHumanWith)).isPresent();
    }

    /** The accounts behind which {@link #isOneHuman one human} stands with the owner of this one, itself first. */
    @Transactional(readOnly = true)
    public List<Long> accountsOf(long accountId) {
        Stream<Long> others = findByAccount(accountId).stream()
                .flatMap(person -> Stream.concat(
                        Stream.of(person), store.findAlike(person).stream().filter(person::isOneHumanWith)))
                .flatMap(view ->
                        Stream.of(Optional.ofNullable(view.accountId()), Optional.ofNullable(view.guardianAccountId())))
                .flatMap(Optional::stream);
        return Stream.concat(Stream.of(accountId), others).distinct().toList();
    }

    /**
     * Whether the owner of an account stands so close to a person that they do not decide about them: is that person or the
     * guardian, or {@link #isOneHuman one human} with either, by whatever account they come.
     */
    public boolean isClose(long accountId, VolunteerView person) {
        return person.concerns(accountId)
                || Stream.of(Optional.ofNullable(person.accountId()), Optional.ofNullable(person.guardianAccountId()))
                        .flatMap(Optional::stream)
                        .anyMatch(own -> isOneHuman(accountId, own))
                || findByAccount(accountId).filter(person::isOneHumanWith).isPresent();
    }

    /** Whether the owner of an account is {@link #isClose close} to any of these people; few queries, however many they are. */
    public boolean isCloseToAny(long accountId, Collection<VolunteerView> people) {
        Optional<VolunteerView> owner = findByAccount(accountId);
        List<Long> accounts = people.stream()
                .flatMap(person -> Stream.of(
                        Optional.ofNullable(person.accountId()), Optional.ofNullable(person.guardianAccountId())))
                .flatMap(Optional::stream)
                .toList();
        return Stream.concat(people.stream(), findByAccounts(accounts).values().stream())
                .anyMatch(person -> person.concerns(accountId)
                        || owner.filter(person::isOneHumanWith).isPresent());
    }

    /**
     * Whether the actor may agree, in the person's name, to being shown to others: adults for themselves, for minors the
     * guardian alone (PIPL art. 31; domain §6). What a guardian agreed to ends when the person {@link #comesOfAge comes of age}.
     */
    public boolean mayConsent(Actor actor, VolunteerView person) {
        return policy().isMinor(person.birthDate(), today())
                ? Objects.equals(person.guardianAccountId(), actor.accountId())
                : isOwn(actor, person);
    }

    /** Whether the actor is that person or the guardian of that minor; for callers who have many at once. */
    public boolean mayActFor(Actor actor, VolunteerView view) {
        return isOwn(actor, view) || isWard(actor, view);
    }

    /**
     * The volunteer whose card shows this code now, or whose short code of today it is; refuses with
     * {@code volunteer.card-expired}, {@code volunteer.card-forged}, or {@code volunteer.not-valid} when the card is real
     * and the registration does not count.
     */
    @Transactional(readOnly = true)
    public VolunteerView scanCard(String cardCode) {
        VolunteerView view = get(codes.volunteerOf(cardCode));
        if (view.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        return view;
    }

    /** Whether the volunteer is so young that a companion comes along (rule {@code volunteer.age-policy}). */
    public boolean needsCompanion(VolunteerView volunteer) {
        return policy().needsCompanion(volunteer.birthDate(), today());
    }

    /** The day on which the person comes of age (rule {@code volunteer.age-policy}): from then on no guardian speaks. */
    public LocalDate comesOfAge(VolunteerView volunteer) {
        return policy().adultOn(volunteer.birthDate());
    }

    private static boolean isOwn(Actor actor, VolunteerView view) {
        return Objects.equals(view.accountId(), actor.accountId());
    }

    private boolean isWard(Actor actor, VolunteerView view) {
        return Objects.equals(view.guardianAccountId(), actor.accountId())
                && policy().isMinor(view.birthDate(), today());
    }

    private LocalDate bornAfterForMinors() {
        return today().minusYears(policy().adultFrom());
    }

    private AgePolicy policy() {
        return rules.current(AgePolicy.KEY, AgePolicy.class).value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
