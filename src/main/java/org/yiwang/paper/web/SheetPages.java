package org.yiwang.paper.web;

import static org.yiwang.kernel.Permission.RECORD_ENTER;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.paper.SheetView;
import org.yiwang.paper.Sheets;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Sheets to be signed on paper, and the page that opens when a line of one is scanned. */
@Controller
class SheetPages {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Sheets sheets;
    private final String address;
    private final Clock clock;

    SheetPages(Sheets sheets, @Value("${yiwang.address:http://localhost:8080}") String address, Clock clock) {
        this.sheets = sheets;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/sheet")
    @Access(RECORD_ENTER)
    String print(Actor actor, @PathVariable @Tsid long id, Model model) {
        model.addAttribute("sheet", sheets.print(actor, id));
        model.addAttribute("address", address + "/desk/sheet/");
        return "paper/sheet";
    }

    @GetMapping("/desk/sheet/{code}")
    @Access(RECORD_ENTER)
    String line(Actor actor, @PathVariable String code, Model model) {
        SheetView.Scanned scanned = sheets.scan(actor, code);
        Form form = Form.empty()
                .with("came", time(scanned.shift().period().start()))
                .with("left", time(scanned.shift().period().end()));
        return line(form, scanned, code, model);
    }

    @PostMapping("/desk/sheet/{code}")
    @Access(RECORD_ENTER)
    String enter(Form form, Actor actor, @PathVariable String code, HttpServletResponse response, Model model) {
        SheetView.Scanned scanned = sheets.scan(actor, code);
        boolean blank = scanned.person() == null;
        String name = blank ? form.text("name", 1, 60) : "";
        String number = blank ? form.text("number", 1, 60) : "";
        String came = form.matching("came", TIME, "problem.paper.came");
        String left = form.matching("left", TIME, "problem.paper.left");
        return form.submit(
                () -> {
                    long id = sheets.enter(
                            actor, code, new Sheets.Typed(name, number, LocalTime.parse(came), LocalTime.parse(left)));
                    return Then.go(response, "/desk/imports/" + Ids.text(id), "notice.paper.line");
                },
                () -> line(form, scanned, code, model));
    }

    private static String line(Form form, SheetView.Scanned scanned, String code, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("scanned", scanned);
        model.addAttribute("code", code);
        return "paper/line";
    }

    private String time(Instant moment) {
        return CLOCK.format(moment.atZone(clock.getZone()));
    }
}
