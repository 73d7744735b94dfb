package org.yiwang.organization.web;

import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.HowChosen;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.MemberDesk;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.MemberView.State;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.organization.Organizations;
import org.yiwang.organization.Post;
import org.yiwang.organization.PostDraft;
import org.yiwang.organization.Tree;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The desk of an organization: overview, members, posts, filing, what is below, settings. */
@Controller
class OrganizationDeskPages {

    private final OrganizationDesk desk;
    private final MemberDesk people;
    private final Organizations organizations;
    private final ChoiceLists choices;
    private final OrganizationWords words;
    private final Clock clock;

    OrganizationDeskPages(
            OrganizationDesk desk,
            MemberDesk people,
            Organizations organizations,
            ChoiceLists choices,
            OrganizationWords words,
            Clock clock) {
        this.desk = desk;
        this.people = people;
        this.organizations = organizations;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/organizations")
    @Access(ORGANIZATION_MANAGE)
    String list(Actor actor, Model model) {
        model.addAttribute("organizations", organizations.listWithin(actor, ORGANIZATION_MANAGE));
        model.addAttribute("words", words);
        return "organization/desk-list";
    }

    @GetMapping("/desk/organizations/{id}")
    @Access(ORGANIZATION_MANAGE)
    String overview(@PathVariable @Tsid long id, Actor actor, Model model) {
        model.addAttribute("organization", desk.get(actor, id));
        model.addAttribute(
                "asking", people.members(actor, id, EnumSet.of(State.ASKED), 1).items());
        model.addAttribute(
                "held", people.posts(actor, id).stream().filter(p -> p.isHeld()).toList());
        model.addAttribute("words", words);
        return "organization/desk";
    }

    @GetMapping("/desk/organizations/{id}/members")
    @Access(ORGANIZATION_MANAGE)
    String members(@PathVariable @Tsid long id, Form form, Actor actor, Model model) {
        return showMembers(id, form, actor, model);
    }

    private String showMembers(long id, Form form, Actor actor, Model model) {
        int page = form.optionalInteger("page", 1, 10_000).orElse(1);
        model.addAttribute("organization", desk.get(actor, id));
        model.addAttribute(
                "asking", people.members(actor, id, EnumSet.of(State.ASKED), 1).items());
        model.addAttribute(
                "invited",
                people.members(actor, id, EnumSet.of(State.INVITED), 1).items());
        model.addAttribute("members", people.members(actor, id, EnumSet.of(State.MEMBER), page));
        model.addAttribute("form", form);
        return "organization/desk-members";
    }

    @PostMapping("/desk/organizations/{id}/members/{account}")
    @Access(ORGANIZATION_MANAGE)
    String decide(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long account,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        String reason = form.value("reason");
        try {
            switch (form.value("decision")) {
                case "accept" -> people.decide(actor, id, account, true, null);
                case "refuse" -> people.decide(actor, id, account, false, reason);
                case "remove" -> people.remove(actor, id, account, reason);
                default -> {
                    form.fail("decision", "form.choice");
                    return showMembers(id, form, actor, model);
                }
            }
        } catch (Refusal refusal) {
            response.setStatus(refusal.problem().kind().status());
            return showMembers(id, form.refuse(refusal), actor, model);
        }
        return Then.go(response, path(id) + "/members", "organization.member." + form.value("decision"));
    }

    @PostMapping("/desk/organizations/{id}/invite")
    @Access(ORGANIZATION_MANAGE)
    String invite(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        String number = form.text("number", 1, 40);
        return form.submit(
                () -> people.invite(actor, id, number),
                () -> Then.go(response, path(id) + "/members", "organization.member.invited"),
                () -> showMembers(id, form, actor, model));
    }

    @GetMapping("/desk/organizations/{id}/posts")
    @Access(ORGANIZATION_MANAGE)
    String posts(@PathVariable @Tsid long id, Actor actor, Locale locale, Model model) {
        Form form = Form.empty().with("chosenOn", LocalDate.now(clock));
        return showPosts(id, form, actor, locale, model);
    }

    private String showPosts(long id, Form form, Actor actor, Locale locale, Model model) {
        model.addAttribute("organization", desk.get(actor, id));
        model.addAttribute("posts", people.posts(actor, id));
        model.addAttribute("people", people(actor, id));
        model.addAttribute("postNames", choices.names("organization.post.", List.of(Post.values()), locale));
        model.addAttribute(
                "ways", choices.names("organization.how.", List.of(HowChosen.ELECTED, HowChosen.APPOINTED), locale));
        model.addAttribute("form", form);
        return "organization/desk-posts";
    }

    /** Members to choose from; a team of thousands is cut at ten pages. */
    private Map<String, String> people(Actor actor, long id) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int page = 1; page <= 10; page++) {
            Slice<MemberView> slice = people.members(actor, id, EnumSet.of(State.MEMBER), page);
            slice.items().stream()
                    .filter(m -> !m.name().isEmpty())
                    .forEach(m -> names.put(Ids.text(m.accountId()), m.name() + " " + m.number()));
            if (!slice.more()) {
                break;
            }
        }
        return names;
    }

    @PostMapping("/desk/organizations/{id}/posts")
    @Access(ORGANIZATION_MANAGE)
    String give(
            @PathVariable @Tsid long id,
            Form form,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Long account = OrganizationForm.id(form, "account");
        if (account == null) {
            form.fail("account", "form.required");
        }
        Post post = form.choice("post", Post.class);
        HowChosen how = form.choice("how", HowChosen.class);
        LocalDate chosenOn = form.date("chosenOn");
        String record = form.text("record", 0, 300);
        if (form.ok() && account != null) {
            try {
                boolean atOnce = people.givePost(actor, id, new PostDraft(post, account, how, chosenOn, record));
                return Then.go(
                        response,
                        path(id) + "/posts",
                        atOnce ? "organization.post.given" : "organization.post.offered");
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return showPosts(id, form, actor, locale, model);
    }

    @PostMapping("/desk/organizations/{id}/posts/{post}/end")
    @Access(ORGANIZATION_MANAGE)
    String end(
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long post,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return form.submit(
                response,
                () -> {
                    people.endPost(actor, id, post, form.value("reason"));
                    return Then.go(response, path(id) + "/posts", "organization.post.ended");
                },
                () -> showPosts(id, form, actor, LocaleContextHolder.getLocale(), model));
    }

    @GetMapping("/desk/organizations/{id}/filing")
    @Access(ORGANIZATION_MANAGE)
    String filing(@PathVariable @Tsid long id, Actor actor, Model model) {
        model.addAttribute("organization", desk.get(actor, id));
        model.addAttribute("words", words);
        return "organization/desk-filing";
    }

    @PostMapping("/desk/organizations/{id}/filing")
    @Access(ORGANIZATION_MANAGE)
    String askRenewal(@PathVariable @Tsid long id, Actor actor, HttpServletResponse response) {
        desk.askRenewal(actor, id);
        return Then.go(response, path(id) + "/filing", "organization.renewal-asked");
    }

    @GetMapping("/desk/organizations/{id}/below")
    @Access(ORGANIZATION_MANAGE)
    String below(@PathVariable @Tsid long id, Actor actor, Model model) {
        model.addAttribute("organization", desk.get(actor, id));
        model.addAttribute("below", desk.below(actor, id));
        model.addAttribute("words", words);
        return "organization/desk-below";
    }

    @GetMapping("/desk/organizations/{id}/settings")
    @Access(ORGANIZATION_MANAGE)
    String settings(@PathVariable @Tsid long id, Actor actor, Locale locale, Model model) {
        OrganizationProfile profile = desk.get(actor, id);
        return showSettings(profile, OrganizationForm.of(profile), locale, model);
    }

    private String showSettings(OrganizationProfile profile, Form form, Locale locale, Model model) {
        choices.add(model, locale);
        model.addAttribute("organization", profile);
        model.addAttribute("form", form);
        model.addAttribute("parents", choices.above(profile.region(), profile.id()));
        model.addAttribute("joinPolicies", choices.names("organization.join.", List.of(JoinPolicy.values()), locale));
        return "organization/desk-settings";
    }

    @PostMapping("/desk/organizations/{id}/settings")
    @Access(ORGANIZATION_MANAGE)
    String change(
            @PathVariable @Tsid long id,
            Form form,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        OrganizationDraft.About about = OrganizationForm.about(form);
        OrganizationDraft.Contact contact = OrganizationForm.contact(form);
        OrganizationDraft.Joining joining = OrganizationForm.joining(form);
        return form.submit(
                () -> desk.change(actor, id, about, contact, joining),
                () -> Then.go(response, path(id) + "/settings", "organization.changed"),
                () -> showSettings(desk.get(actor, id), form, locale, model));
    }

    @PostMapping("/desk/organizations/{id}/place")
    @Access(ORGANIZATION_MANAGE)
    String place(
            @PathVariable @Tsid long id,
            Form form,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Tree tree = form.choice("tree", Tree.class);
        Long parent = OrganizationForm.id(form, "parent");
        if (form.ok()) {
            try {
                desk.place(actor, id, tree, parent);
                return Then.go(response, path(id) + "/settings", "organization.placed");
            } catch (Refusal refusal) {
                form.refuse(refusal);
                response.setStatus(refusal.problem().kind().status());
            }
        }
        OrganizationProfile profile = desk.get(actor, id);
        Form filled =
                OrganizationForm.of(profile).with("tree", form.value("tree")).with("parent", form.value("parent"));
        Refusal refusal = form.refusal();
        form.errors()
                .forEach((field, message) ->
                        filled.fail(field, message.key(), message.args().toArray()));
        return showSettings(profile, refusal == null ? filled : filled.refuse(refusal), locale, model);
    }

    private static String path(long id) {
        return "/desk/organizations/" + Ids.text(id);
    }
}
