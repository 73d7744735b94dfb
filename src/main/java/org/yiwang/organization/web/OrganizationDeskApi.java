package org.yiwang.organization.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;
import static org.yiwang.kernel.Permission.ORGANIZATION_REVIEW;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.DecisionView;
import org.yiwang.organization.HowChosen;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.MembershipView;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.OrganizationDirectory;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.organization.OrganizationState;
import org.yiwang.organization.Post;
import org.yiwang.organization.PostView;
import org.yiwang.organization.web.OrganizationJson.Application;
import org.yiwang.organization.web.OrganizationJson.Brief;
import org.yiwang.organization.web.OrganizationJson.Detail;
import org.yiwang.web.Access;

/** Organizations as their leaders, their reviewers and the person concerned see them, over JSON. */
@RestController
@RequestMapping("/api/v1/organizations")
@Tag(name = "organizations")
class OrganizationDeskApi {

    private final OrganizationDirectory directory;
    private final OrganizationApplications applications;
    private final OrganizationReview review;
    private final OrganizationDesk desk;
    private final MemberDesk people;
    private final Memberships memberships;

    OrganizationDeskApi(
            OrganizationDirectory directory,
            OrganizationApplications applications,
            OrganizationReview review,
            OrganizationDesk desk,
            MemberDesk people,
            Memberships memberships) {
        this.directory = directory;
        this.applications = applications;
        this.review = review;
        this.desk = desk;
        this.people = people;
        this.memberships = memberships;
    }

    @GetMapping("/units/{id}")
    @Access(ANYONE)
    @Operation(summary = "A host unit with the teams built on it")
    UnitJson unit(@PathVariable @Tsid long id) {
        OrganizationDirectory.UnitView unit = directory.unit(id);
        return new UnitJson(
                Ids.text(unit.id()),
                unit.name(),
                unit.kind(),
                unit.region().value(),
                unit.teams().stream().map(Brief::of).toList());
    }

    @GetMapping("/memberships")
    @Access(SIGNED_IN)
    @Operation(summary = "The caller's own memberships, with the posts held there")
    List<MembershipJson> memberships(Actor actor) {
        return memberships.list(actor).stream().map(MembershipJson::of).toList();
    }

    @GetMapping("/offers")
    @Access(SIGNED_IN)
    @Operation(summary = "Posts offered to the caller that wait for an answer")
    List<PostJson> offers(Actor actor) {
        return memberships.offers(actor).stream().map(PostJson::of).toList();
    }

    @PostMapping("/{id}/posts/{post}/answer")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Accept or decline an offered post; running a team asks for the honesty agreement")
    void answer(@PathVariable @Tsid long id, @PathVariable @Tsid long post, @RequestBody Answer body, Actor actor) {
        memberships.answerPost(actor, id, post, body.accept, body.honestyVersion);
    }

    @GetMapping("/mine/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "The caller's own application with every step so far")
    Reviewed mine(@PathVariable @Tsid long id, Actor actor) {
        return new Reviewed(Detail.of(applications.get(actor, id)), steps(applications.decisions(actor, id)), null);
    }

    @GetMapping("/{id}/desk")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Everything about an organization that the caller leads")
    Led led(@PathVariable @Tsid long id, Actor actor) {
        var profile = desk.get(actor, id);
        return new Led(
                Detail.of(profile),
                profile.passCode(),
                desk.below(actor, id).stream().map(Brief::of).toList());
    }

    @PutMapping("/{id}/settings")
    @Access(ORGANIZATION_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change what it says of itself, whom to reach and how people join")
    void change(@PathVariable @Tsid long id, @RequestBody Application body, Actor actor) {
        desk.change(actor, id, body.about(), body.contact(), body.joining());
    }

    @GetMapping("/{id}/posts")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "Posts held now and before, with how each person was elected or appointed")
    List<PostJson> posts(@PathVariable @Tsid long id, Actor actor) {
        return people.posts(actor, id).stream().map(PostJson::of).toList();
    }

    @GetMapping("/reviewed")
    @Access(ORGANIZATION_REVIEW)
    @Operation(summary = "Organizations in the office's reach by state")
    Slice<Brief> reviewed(
            @RequestParam(defaultValue = "ACTIVE") OrganizationState state,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        return review.list(actor, EnumSet.of(state), page).map(Brief::of);
    }

    @GetMapping("/{id}/review")
    @Access(SIGNED_IN)
    @Operation(summary = "One organization as the office, or the leaders above it, review it, with every step so far")
    Reviewed review(@PathVariable @Tsid long id, Actor actor) {
        return new Reviewed(
                Detail.of(review.get(actor, id)), steps(review.decisions(actor, id)), review.mayFile(actor, id));
    }

    private static List<StepJson> steps(List<DecisionView> decisions) {
        return decisions.stream()
                .map(d -> new StepJson(d.kind(), d.by(), d.reason(), d.at()))
                .toList();
    }

    /** A host unit as sent. */
    record UnitJson(String id, String name, String kind, String region, List<Brief> teams) {}

    /** An own membership. */
    record MembershipJson(
            String organizationId, String organization, MemberView.State state, Instant since, List<Post> posts) {

        static MembershipJson of(MembershipView m) {
            return new MembershipJson(
                    Ids.text(m.organizationId()), m.organizationName(), m.state(), m.since(), m.posts());
        }
    }

    /** A post with the record of the election or appointment. */
    record PostJson(
            String id,
            String organizationId,
            String organization,
            Post post,
            String accountId,
            String name,
            HowChosen how,
            LocalDate chosenOn,
            @Nullable String record,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {

        static PostJson of(PostView p) {
            return new PostJson(
                    Ids.text(p.id()),
                    Ids.text(p.organizationId()),
                    p.organizationName(),
                    p.post(),
                    Ids.text(p.accountId()),
                    p.name(),
                    p.how(),
                    p.chosenOn(),
                    p.record(),
                    p.begunAt(),
                    p.endedAt(),
                    p.endReason());
        }
    }

    /** An answer to an offer. */
    record Answer(boolean accept, @Nullable Integer honestyVersion) {}

    /** An organization as its leaders see it. */
    record Led(Detail organization, @Nullable String passCode, List<Brief> below) {}

    /** An organization under review; whether the caller may renew its filing and restart it. */
    record Reviewed(
            Detail organization,
            List<StepJson> steps,
            @Nullable Boolean mayFile) {}

    /** A step as sent. */
    record StepJson(
            DecisionView.Kind kind,
            @Nullable String by,
            @Nullable String reason,
            Instant at) {}
}
