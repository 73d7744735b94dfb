package org.yiwang.letter.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.letter.KindWord;
import org.yiwang.letter.WordBox;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Where people served say thanks: no account and no phone number, one page, large letters, without scripts too. */
@Controller
class WordPages {

    static final String HOME = "/thanks";
    private static final String WRITE = HOME + "/{code}/words";
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 20;

    private final WordBox box;

    WordPages(WordBox box) {
        this.box = box;
    }

    /** Where somebody takes back what was written. */
    @GetMapping(HOME)
    @Access(ANYONE)
    String receipt(Model model) {
        return receipt(Form.empty(), model);
    }

    @PostMapping(HOME)
    @Access(ANYONE)
    String takeBack(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        String receipt = form.text("receipt", 1, 40);
        return form.submit(
                response,
                () -> {
                    box.takeBack(receipt, request.getRemoteAddr());
                    return Then.go(response, HOME, "letter.taken-back");
                },
                () -> receipt(form, model));
    }

    @GetMapping(WRITE)
    @Access(ANYONE)
    String write(@PathVariable String code, Model model) {
        return write(code, Form.empty(), model);
    }

    /** Answered with the receipt itself: an address with a receipt in it would be kept by browsers. */
    @PostMapping(WRITE)
    @Access(ANYONE)
    String send(
            @PathVariable String code,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        KindWord.Draft draft = draft(form);
        return form.submit(
                response,
                () -> {
                    String receipt = box.leave(code, draft, form.value("_key"), request.getRemoteAddr());
                    response.setHeader("Cache-Control", "no-store");
                    model.addAttribute("receipt", receipt);
                    return "letter/thanked";
                },
                () -> write(code, form, model));
    }

    static KindWord.Draft draft(Form form) {
        return new KindWord.Draft(
                form.text("words", 1, LONGEST),
                form.text("name", 0, LONGEST_NAME),
                form.ticked("show"),
                form.ticked("hang"));
    }

    private String write(String code, Form form, Model model) {
        model.addAttribute("asked", box.asked(code));
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        return "letter/write";
    }

    private static String receipt(Form form, Model model) {
        model.addAttribute("form", form);
        return "letter/receipt";
    }
}
