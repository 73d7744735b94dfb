package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.objection.CaseProblem;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Report;
import org.yiwang.objection.ReportAnswer;
import org.yiwang.objection.Reports;
import org.yiwang.objection.SelfCheck;
import org.yiwang.web.Access;

/** Reports by anyone and looks without an account, over JSON. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "reports",
        description = "Reports by anyone; \"was I registered?\" and \"that was not me\" without an account")
class ReportApi {

    private final Reports reports;
    private final SelfCheck selfCheck;

    ReportApi(Reports reports, SelfCheck selfCheck) {
        this.reports = reports;
        this.selfCheck = selfCheck;
    }

    @PostMapping("/reports")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Report a record or an activity; the answer is looked up by the receipt number")
    Receipt report(
            @Nullable Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReportBody body,
            HttpServletRequest request) {
        return new Receipt(reports.report(actor, body.report(), key, request.getRemoteAddr()));
    }

    @PostMapping("/reports/codes")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to the number at which the answer is to be told")
    void sendCode(@RequestBody ReportBody body, HttpServletRequest request) {
        reports.sendCode(text(body.mobile), request.getRemoteAddr());
    }

    @GetMapping("/reports/{receipt}")
    @Access(ANYONE)
    @Operation(summary = "The answer to a report or to \"not me\"; nothing in it names a person")
    ReportAnswer answer(@PathVariable String receipt) {
        return reports.find(receipt).orElseThrow(() -> new Refusal(CaseProblem.RECEIPT));
    }

    @PostMapping("/reports/{receipt}/escalation")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take it to the office above, once, that the report was found unfounded")
    void takeAbove(@PathVariable String receipt, @RequestBody CaseJson.Words body) {
        reports.takeAbove(receipt, body.text());
    }

    @PostMapping("/self-checks/codes")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to any number; does not tell whether the document is known")
    void sendCheckCode(@RequestBody CheckBody body, HttpServletRequest request) {
        selfCheck.sendCode(
                text(body.documentType), text(body.documentNumber), text(body.mobile), request.getRemoteAddr());
    }

    @PostMapping("/self-checks")
    @Access(ANYONE)
    @Operation(summary = "With the code: how many records there are with the document, and who made them")
    SelfCheck.Look look(@RequestBody CheckBody body, HttpServletRequest request) {
        return selfCheck.look(
                text(body.documentType),
                text(body.documentNumber),
                text(body.mobile),
                text(body.code),
                request.getRemoteAddr());
    }

    @PostMapping("/self-checks/not-me")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "\"That was not me\": freezes the records and opens a case, once until decided")
    Receipt notMe(@RequestBody NotMeBody body) {
        return new Receipt(selfCheck.notMe(text(body.ticket), text(body.words)));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** A receipt number. */
    record Receipt(String receipt) {}

    /** A report; the record by both its numbers, or the activity. */
    record ReportBody(
            @Nullable String volunteer,
            @Nullable String record,
            @Nullable String activity,
            @Nullable Complaint complaint,
            @Nullable String words,
            @Nullable String mobile,
            @Nullable String code) {

        Report report() {
            if (complaint == null) {
                throw new Refusal(CaseProblem.COMPLAINT).at("complaint");
            }
            if (words == null || words.isBlank()) {
                throw new Refusal(CaseProblem.REASON_NEEDED).at("words");
            }
            return new Report(
                    RecordName.parse(text(record), text(volunteer)).orElse(null),
                    Ids.parse(text(activity)).orElse(null),
                    complaint,
                    words,
                    text(mobile),
                    text(code));
        }
    }

    /** A document with the number to which a code goes, and the code. */
    record CheckBody(
            @Nullable String documentType,
            @Nullable String documentNumber,
            @Nullable String mobile,
            @Nullable String code) {}

    /** The ticket of a look, and what the person adds. */
    record NotMeBody(@Nullable String ticket, @Nullable String words) {}
}
