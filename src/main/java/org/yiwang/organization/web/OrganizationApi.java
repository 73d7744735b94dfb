package org.yiwang.organization.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;
import static org.yiwang.kernel.Permission.ORGANIZATION_REVIEW;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.HonestyAgreement;
import org.yiwang.organization.HowChosen;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.OrganizationDirectory;
import org.yiwang.organization.OrganizationFilter;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.organization.Post;
import org.yiwang.organization.PostDraft;
import org.yiwang.organization.Tree;
import org.yiwang.organization.web.OrganizationJson.Application;
import org.yiwang.organization.web.OrganizationJson.Brief;
import org.yiwang.organization.web.OrganizationJson.Detail;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Organizations for apps and partners. */
@RestController
@RequestMapping("/api/v1/organizations")
@Tag(name = "organizations", description = "Organizations and teams: applying, members, posts")
class OrganizationApi {

    private final OrganizationDirectory directory;
    private final OrganizationApplications applications;
    private final OrganizationReview review;
    private final OrganizationDesk desk;
    private final MemberDesk people;
    private final Memberships memberships;
    private final Regions regions;
    private final Idempotency idempotency;

    OrganizationApi(
            OrganizationDirectory directory,
            OrganizationApplications applications,
            OrganizationReview review,
            OrganizationDesk desk,
            MemberDesk people,
            Memberships memberships,
            Regions regions,
            Idempotency idempotency) {
        this.directory = directory;
        this.applications = applications;
        this.review = review;
        this.desk = desk;
        this.people = people;
        this.memberships = memberships;
        this.regions = regions;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Organizations, by region, kind and name")
    Slice<Brief> list(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        RegionCode code = region.isEmpty() ? null : regions.get(region).code();
        return directory
                .list(new OrganizationFilter(code, kind, category, q), page)
                .map(Brief::of);
    }

    @GetMapping("/{id}")
    @Access(ANYONE)
    @Operation(summary = "One organization")
    Detail get(@PathVariable @Tsid long id) {
        return Detail.of(directory.get(id));
    }

    /** The agreement whose version an application carries. */
    @GetMapping("/honesty-agreement")
    @Access(ANYONE)
    @Operation(summary = "The honesty agreement that an application names")
    HonestyAgreement honesty() {
        return applications.honesty();
    }

    /** The caller's own applications. */
    @GetMapping("/mine")
    @Access(SIGNED_IN)
    @Operation(summary = "The caller's own applications")
    List<Detail> mine(Actor actor) {
        return applications.list(actor).stream().map(Detail::of).toList();
    }

    @PostMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Apply for a new organization")
    @ResponseStatus(HttpStatus.CREATED)
    Created apply(
            @RequestBody Application body,
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                actor,
                key,
                "organization.apply",
                Created.class,
                () -> new Created(Ids.text(applications.apply(actor, body.draft(regions), body.honestyVersion()))));
    }

    @PutMapping("/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "Correct an application that was returned")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable @Tsid long id, @RequestBody Application body, Actor actor) {
        applications.correct(actor, id, body.draft(regions));
    }

    @DeleteMapping("/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "Withdraw an application")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable @Tsid long id, Actor actor) {
        applications.withdraw(actor, id);
    }

    /** What waits for the caller's decision. */
    @GetMapping("/waiting")
    @Access(ORGANIZATION_REVIEW)
    @Operation(summary = "What waits for the caller's decision")
    Slice<Brief> waiting(@RequestParam(defaultValue = "1") int page, Actor actor) {
        return review.waiting(actor, page).map(Brief::of);
    }

    /** Decides: the office in whose scope it lies or the leaders of an organization above. */
    @PostMapping("/{id}/decisions")
    @Access(SIGNED_IN)
    @Operation(summary = "Decide on an application")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable @Tsid long id, @RequestBody DecisionBody body, Actor actor) {
        String reason = Objects.requireNonNullElse(body.reason, "");
        switch (OrganizationJson.given(body.decision, "decision")) {
            case APPROVE -> review.approve(actor, id, body.filedUntil, reason);
            case RETURN -> review.giveBack(actor, id, reason);
            case STOP -> review.stop(actor, id, reason);
            case RESTART -> review.restart(actor, id, reason);
            case RENEW -> review.renew(actor, id, Objects.requireNonNullElse(body.filedUntil, LocalDate.MIN));
            case REFUSE_RENEWAL -> review.refuseRenewal(actor, id, reason);
        }
    }

    @PutMapping("/{id}/parents/{tree}")
    @Access(SIGNED_IN)
    @Operation(summary = "Place it below another organization")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(@PathVariable @Tsid long id, @PathVariable Tree tree, @RequestBody ParentBody body, Actor actor) {
        desk.place(actor, id, tree, OrganizationJson.id(body.parentId, "parent"));
    }

    /** Asks for a renewal of the filing. */
    @PostMapping("/{id}/renewal")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Ask for a renewal of the filing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askRenewal(@PathVariable @Tsid long id, Actor actor) {
        desk.askRenewal(actor, id);
    }

    /** Joins: {@code ASKED} or {@code MEMBER}, by the policy of the organization. */
    @PostMapping("/{id}/members")
    @Access(SIGNED_IN)
    @Operation(summary = "Join, or ask to join")
    Joined join(
            @PathVariable @Tsid long id,
            @RequestBody(required = false) @Nullable JoinBody body,
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        JoinBody typed = body == null ? new JoinBody(null, null) : body;
        return idempotency.once(
                actor,
                key,
                "organization.join " + Ids.text(id),
                Joined.class,
                () -> new Joined(memberships.join(actor, id, typed.passCode, typed.message)));
    }

    /** Leaves, or takes a request to join back. */
    @DeleteMapping("/{id}/members/me")
    @Access(SIGNED_IN)
    @Operation(summary = "Leave, or take back the request to join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable @Tsid long id, Actor actor) {
        memberships.leave(actor, id);
    }

    @PostMapping("/{id}/invitation")
    @Access(SIGNED_IN)
    @Operation(summary = "Answer an invitation to join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable @Tsid long id, @RequestBody AnswerBody body, Actor actor) {
        memberships.answerInvitation(actor, id, body.accept);
    }

    @GetMapping("/{id}/members")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Members, and those who asked or are invited")
    Slice<Member> members(
            @PathVariable @Tsid long id,
            @RequestParam(defaultValue = "MEMBER") MemberView.State state,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        return people.members(actor, id, EnumSet.of(state), page).map(Member::of);
    }

    /** Accepts or refuses one who asked to join. */
    @PutMapping("/{id}/members/{account}")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Accept or refuse one who asked to join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideMember(
            @PathVariable @Tsid long id, @PathVariable @Tsid long account, @RequestBody AnswerBody body, Actor actor) {
        people.decide(actor, id, account, body.accept, body.reason);
    }

    @DeleteMapping("/{id}/members/{account}")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Remove a member, with a reason")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable @Tsid long id, @PathVariable @Tsid long account, @RequestParam String reason, Actor actor) {
        people.remove(actor, id, account, reason);
    }

    @PostMapping("/{id}/invitations")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Invite a volunteer to join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void invite(@PathVariable @Tsid long id, @RequestBody InviteBody body, Actor actor) {
        people.invite(actor, id, OrganizationJson.given(body.number, "number"));
    }

    /** Gives a post; {@code begun} false means that the person must first accept the honesty agreement. */
    @PostMapping("/{id}/posts")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Give a post to a member")
    Given givePost(@PathVariable @Tsid long id, @RequestBody PostBody body, Actor actor) {
        long account = OrganizationJson.given(OrganizationJson.id(body.accountId, "accountId"), "accountId");
        return new Given(people.givePost(
                actor,
                id,
                new PostDraft(
                        OrganizationJson.given(body.post, "post"),
                        account,
                        OrganizationJson.given(body.how, "how"),
                        OrganizationJson.given(body.chosenOn, "chosenOn"),
                        body.record)));
    }

    @DeleteMapping("/{id}/posts/{post}")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "End a post")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endPost(
            @PathVariable @Tsid long id,
            @PathVariable("post") @Tsid long post,
            @RequestParam String reason,
            Actor actor) {
        people.endPost(actor, id, post, reason);
    }

    record Created(String id) {}

    record DecisionBody(
            @Nullable Decision decision,
            @Nullable LocalDate filedUntil,
            @Nullable String reason) {}

    enum Decision {
        APPROVE,
        RETURN,
        STOP,
        RESTART,
        RENEW,
        REFUSE_RENEWAL
    }

    record ParentBody(@Nullable String parentId) {}

    record JoinBody(@Nullable String passCode, @Nullable String message) {}

    record Joined(MemberView.State state) {}

    record AnswerBody(boolean accept, @Nullable String reason) {}

    record InviteBody(@Nullable String number) {}

    record PostBody(
            @Nullable Post post,
            @Nullable String accountId,
            @Nullable HowChosen how,
            @Nullable LocalDate chosenOn,
            @Nullable String record) {}

    record Given(boolean begun) {}

    record Member(String accountId, String name, String number, MemberView.State state, MemberView.How how) {
        static Member of(MemberView m) {
            return new Member(Ids.text(m.accountId()), m.name(), m.number(), m.state(), m.how());
        }
    }
}
