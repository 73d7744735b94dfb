package org.yiwang.door.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;
import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.ORGANIZATION_REVIEW;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.volunteer.Registration;
import org.yiwang.web.Access;
import org.yiwang.web.Unread;

/** The front doors: of anyone, of the volunteer, of the team leader, of the office. */
@Controller
class DoorPages {

    /** Chapters of the page about the platform and how many sentences each has. */
    private static final Map<String, Integer> CHAPTERS = chapters();

    private final FrontPage front;
    private final FiguresOfCity figures;
    private final MyPage mine;
    private final DeskPage desk;
    private final OfficePage office;
    private final Unread unread;
    private final Registration registration;

    DoorPages(
            FrontPage front,
            FiguresOfCity figures,
            MyPage mine,
            DeskPage desk,
            OfficePage office,
            Unread unread,
            Registration registration) {
        this.front = front;
        this.figures = figures;
        this.mine = mine;
        this.desk = desk;
        this.office = office;
        this.unread = unread;
        this.registration = registration;
    }

    @GetMapping("/")
    @Access(ANYONE)
    String front(Model model, Locale locale) {
        model.addAttribute("front", front.show(locale));
        return "door/front";
    }

    @GetMapping("/figures")
    @Access(ANYONE)
    String figures(Model model) {
        model.addAttribute("figures", figures.today());
        return "door/city-figures";
    }

    @GetMapping("/me")
    @Access(SIGNED_IN)
    String mine(Actor actor, Model model) {
        model.addAttribute("mine", mine.show(actor, unread.count(actor)));
        return "door/mine";
    }

    @GetMapping("/desk")
    @Access(ACTIVITY_MANAGE)
    String desk(Actor actor, Model model) {
        model.addAttribute("desk", desk.show(actor));
        return "door/desk";
    }

    @GetMapping("/gov")
    @Access(ORGANIZATION_REVIEW)
    String office(Actor actor, Model model) {
        model.addAttribute("office", office.show(actor));
        return "door/office";
    }

    @GetMapping("/about")
    @Access(ANYONE)
    String about(Model model) {
        model.addAttribute("chapters", CHAPTERS);
        model.addAttribute("hours", registration.confirmHours());
        return "door/about";
    }

    private static Map<String, Integer> chapters() {
        Map<String, Integer> chapters = new LinkedHashMap<>();
        chapters.put("join", 4);
        chapters.put("sign-up", 3);
        chapters.put("check-in", 3);
        chapters.put("hours", 5);
        chapters.put("not", 3);
        chapters.put("access", 3);
        chapters.put("open", 2);
        return chapters;
    }
}
