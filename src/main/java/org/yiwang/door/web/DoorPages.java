package org.yiwang.door.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yiwang.web.Access;

/** The front doors: of anyone, of the volunteer, of the team leader, of the office. */
@Controller
class DoorPages {

    /** Chapters of the page about the platform and how many sentences each has. */
    private static final Map<String, Integer> CHAPTERS = chapters();

    private final FrontPage front;

    DoorPages(FrontPage front) {
        this.front = front;
    }

    @GetMapping("/")
    @Access(ANYONE)
    String front(Model model, Locale locale) {
        model.addAttribute("front", front.show(locale));
        return "door/front";
    }

    @GetMapping("/about")
    @Access(ANYONE)
    String about(Model model) {
        model.addAttribute("chapters", CHAPTERS);
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
