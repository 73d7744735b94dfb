package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.objection.CaseProblem;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Report;
import org.yiwang.objection.Reports;
import org.yiwang.record.NoticeBoard;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.web.Access;
import org.yiwang.web.CodeSent;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Reports by anyone, and their answers by receipt number. */
@Controller
class ReportPages {

    private final Reports reports;
    private final NoticeBoard notice;

    ReportPages(Reports reports, NoticeBoard notice) {
        this.reports = reports;
        this.notice = notice;
    }

    @GetMapping("/reports")
    @Access(ANYONE)
    String lookUp(Form form, Model model) {
        String typed = form.value("receipt");
        if (!typed.isEmpty()) {
            if (reports.find(typed).isPresent()) {
                return "redirect:" + answerTo(typed);
            }
            form.refuse(new Refusal(CaseProblem.RECEIPT).at("receipt"));
        }
        model.addAttribute("form", form);
        return "objection/receipt";
    }

    @GetMapping("/reports/{receipt}")
    @Access(ANYONE)
    String answer(@PathVariable String receipt, HttpServletResponse response, Model model) {
        return answer(receipt, Form.empty(), response, model);
    }

    @PostMapping("/reports/{receipt}/escalate")
    @Access(ANYONE)
    String takeAbove(@PathVariable String receipt, Form form, HttpServletResponse response, Model model) {
        String why = form.text("why", 2, 1000);
        return form.submit(
                () -> reports.takeAbove(receipt, why),
                () -> Then.go(response, answerTo(receipt), "objection.taken-above"),
                () -> answer(receipt, form, response, model));
    }

    private String answer(String receipt, Form form, HttpServletResponse response, Model model) {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("answer", reports.find(receipt).orElseThrow(() -> new Refusal(CaseProblem.RECEIPT)));
        model.addAttribute("receipt", receipt);
        model.addAttribute("form", form);
        return "objection/answer";
    }

    private static String answerTo(String receipt) {
        return "/reports/" + receipt.replaceAll("[^0-9A-Za-z-]", "");
    }

    @GetMapping("/reports/new")
    @Access(ANYONE)
    String report(Form form, Model model) {
        return show(form, model);
    }

    @PostMapping("/reports/new/code")
    @Access(ANYONE)
    String sendCode(Form form, HttpServletRequest request, Model model) {
        return show(CodeSent.send(form, mobile -> reports.sendCode(mobile, request.getRemoteAddr())), model);
    }

    @PostMapping("/reports/new")
    @Access(ANYONE)
    String report(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Complaint complaint = form.choice("complaint", Complaint.class);
        String words = form.text("words", 5, 1000);
        String mobile = form.text("mobile", 0, 20);
        String code = mobile.isEmpty() ? "" : form.text("code", 1, 10);
        return form.submit(
                () -> {
                    Report report = new Report(record(form), activity(form), complaint, words, mobile, code);
                    String receipt = reports.report(actor, report, form.value("_key"), request.getRemoteAddr());
                    return Then.go(response, "/reports/" + receipt, "objection.reported");
                },
                () -> show(form, model));
    }

    private String show(Form form, Model model) {
        model.addAttribute("about", reports.about(record(form), activity(form)));
        model.addAttribute("form", form);
        model.addAttribute("sent", CodeSent.to(form));
        return "objection/report";
    }

    /** The public notice names a record by its own number alone, so that nothing leads from one to others of a person. */
    private @Nullable RecordKey record(Form form) {
        return RecordName.parse(form.value("record"), form.value("volunteer"))
                .or(() -> Ids.parse(form.value("record")).flatMap(notice::find).map(RecordView::key))
                .orElse(null);
    }

    private static @Nullable Long activity(Form form) {
        return Ids.parse(form.value("activity")).orElse(null);
    }
}
