package org.yiwang.paper.web;

import static org.yiwang.kernel.Permission.RECORD_ENTER;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.entry.ProofFile;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.Organizations;
import org.yiwang.paper.ImportFiles;
import org.yiwang.paper.ImportView;
import org.yiwang.paper.Imports;
import org.yiwang.paper.PaperProblem;
import org.yiwang.paper.SheetScans;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Files with records: bringing one, seeing how far it is, confirming it as the second person, mending what was refused. */
@Controller
class ImportPages {

    private static final String LIST = "/desk/imports";
    private static final String ONE = LIST + "/{id}";

    /** One more than is accepted, which is enough to refuse. */
    private static final int READ = 25 * 1024 * 1024 + 1;

    private final Imports imports;
    private final ImportFiles files;
    private final SheetScans scans;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Clock clock;

    ImportPages(
            Imports imports,
            ImportFiles files,
            SheetScans scans,
            Organizations organizations,
            Volunteers volunteers,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.scans = scans;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @GetMapping(LIST)
    @Access(RECORD_ENTER)
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        return list(Form.empty(), actor, page, model);
    }

    private String list(Form form, Actor actor, int page, Model model) {
        Map<String, String> choices = new LinkedHashMap<>();
        organizations.listWithin(actor, Permission.RECORD_ENTER).stream()
                .filter(o -> o.active())
                .forEach(o -> choices.put(Ids.text(o.id()), o.name()));
        if (choices.size() == 1) {
            form.with("organization", choices.keySet().iterator().next());
        }
        model.addAttribute("form", form);
        model.addAttribute("organizations", choices);
        model.addAttribute("slice", imports.list(actor, page));
        return "paper/imports";
    }

    @PostMapping(LIST)
    @Access(RECORD_ENTER)
    String receive(
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Actor actor,
            HttpServletResponse response,
            Model model)
            throws IOException {
        long organization = Ids.parse(form.value("organization")).orElse(0L);
        if (organization == 0) {
            form.fail("organization", "form.required");
        }
        if (file == null || file.isEmpty()) {
            form.fail("file", "problem.paper.empty");
        }
        byte[] scanned = scanned(form, scan);
        if (form.ok() && file != null) {
            try (var in = file.getInputStream()) {
                organizations.require(actor, RECORD_ENTER, organization);
                ProofFile proof = scans.read(actor, scanned);
                ImportView view = imports.receive(
                        actor, organization, String.valueOf(file.getOriginalFilename()), in.readNBytes(READ));
                scans.attach(actor, view.id(), proof);
                return Then.go(response, LIST + "/" + Ids.text(view.id()), "notice.paper.received");
            } catch (Refusal refusal) {
                if (refusal.problem() instanceof PaperProblem) {
                    form.refuse(refusal.at("file"));
                } else {
                    form.refuse(refusal);
                }
            }
        }
        return list(form, actor, 1, model);
    }

    @GetMapping(ONE)
    @Access(RECORD_ENTER)
    String one(Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "1") int page, Model model) {
        return one(Form.empty(), actor, id, page, model);
    }

    private String one(Form form, Actor actor, long id, int page, Model model) {
        ImportView view = imports.get(actor, id);
        progress(view, model);
        model.addAttribute("form", form);
        model.addAttribute("mine", view.madeBy() == actor.accountId());
        model.addAttribute(
                "organizationName", organizations.get(view.organizationId()).name());
        model.addAttribute("madeBy", name(view.madeBy()));
        model.addAttribute("decidedBy", view.decidedBy() == null ? "" : name(view.decidedBy()));
        model.addAttribute("slice", imports.lines(actor, id, page));
        return "paper/import";
    }

    @GetMapping(ONE + "/progress")
    @Access(RECORD_ENTER)
    String progress(Actor actor, @PathVariable @Tsid long id, Model model) {
        return progress(imports.get(actor, id), model);
    }

    private String progress(ImportView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("speed", view.speed(clock.instant()));
        return "paper/progress";
    }

    private static byte[] scanned(Form form, @Nullable MultipartFile scan) throws IOException {
        if (scan == null || scan.isEmpty()) {
            form.fail("scan", "problem.paper.scan-needed");
            return new byte[0];
        }
        try (var in = scan.getInputStream()) {
            return in.readNBytes(READ);
        }
    }

    /** The scan of the signed sheets, to an import that was brought without one. */
    @PostMapping(ONE + "/scan")
    @Access(RECORD_ENTER)
    String attach(
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            Actor actor,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model)
            throws IOException {
        imports.get(actor, id);
        byte[] scanned = scanned(form, scan);
        return form.submit(
                () -> scans.attach(actor, id, scans.read(actor, scanned)),
                () -> Then.go(response, LIST + "/" + Ids.text(id), "notice.paper.scanned"),
                () -> one(form, actor, id, 1, model));
    }

    @GetMapping(ONE + "/scan")
    @Access(RECORD_ENTER)
    ResponseEntity<byte[]> scan(Actor actor, @PathVariable @Tsid long id) {
        return answer(scans.look(actor, id));
    }

    /** Pictures, which were drawn anew, are shown; a PDF is only handed over. Neither is kept or guessed at by the browser. */
    static ResponseEntity<byte[]> answer(ProofFile scan) {
        ContentDisposition how = scan.format().equals("pdf")
                ? ContentDisposition.attachment().filename("sheets.pdf").build()
                : ContentDisposition.inline().filename("sheets.jpg").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(scan.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(scan.bytes());
    }

    @PostMapping(ONE + "/hand-in")
    @Access(RECORD_ENTER)
    String handIn(Form form, Actor actor, @PathVariable @Tsid long id, HttpServletResponse response, Model model) {
        return form.submit(
                () -> imports.handIn(actor, id),
                () -> Then.go(response, LIST + "/" + Ids.text(id), "notice.paper.received"),
                () -> one(form, actor, id, 1, model));
    }

    @PostMapping(ONE + "/withdraw")
    @Access(RECORD_ENTER)
    String withdraw(Actor actor, @PathVariable @Tsid long id, HttpServletResponse response) {
        imports.withdraw(actor, id);
        return Then.go(response, LIST, "notice.paper.withdrawn");
    }

    @PostMapping(ONE + "/confirm")
    @Access(RECORD_ENTER)
    String confirm(Form form, Actor actor, @PathVariable @Tsid long id, HttpServletResponse response, Model model) {
        return form.submit(
                () -> imports.confirm(actor, id, form.value("scanHash")),
                () -> Then.go(response, LIST + "/" + Ids.text(id), "notice.paper.confirmed"),
                () -> one(form, actor, id, 1, model));
    }

    @PostMapping(ONE + "/turn-down")
    @Access(RECORD_ENTER)
    String turnDown(Form form, Actor actor, @PathVariable @Tsid long id, HttpServletResponse response, Model model) {
        String why = form.text("why", 2, 300);
        return form.submit(
                () -> imports.turnDown(actor, id, why),
                () -> Then.go(response, LIST + "/" + Ids.text(id), "notice.paper.was-turned-down"),
                () -> one(form, actor, id, 1, model));
    }

    @GetMapping(ONE + "/refused")
    @Access(RECORD_ENTER)
    void refused(Actor actor, @PathVariable @Tsid long id, Locale locale, HttpServletResponse response)
            throws IOException {
        ImportView view = imports.get(actor, id);
        begin(response, "refused-" + Ids.text(id), view.format().equals("XLSX"));
        files.writeRefused(actor, id, locale, response.getOutputStream());
    }

    @GetMapping(LIST + "/template")
    @Access(RECORD_ENTER)
    void template(
            Actor actor,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "") String activity,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        boolean spreadsheet = !format.equals("csv");
        long activityId = activity.isEmpty()
                ? 0
                : Ids.parse(activity).orElseThrow(() -> new Refusal(PaperProblem.ACTIVITY_UNKNOWN));
        if (activityId != 0) {
            files.requireTemplate(actor, activityId);
        }
        begin(response, activityId == 0 ? "records" : "records-" + activity, spreadsheet);
        files.writeTemplate(actor, activityId, spreadsheet, locale, response.getOutputStream());
    }

    /** Says what kind of file follows, that it is to be saved, and that nothing may keep it. */
    static void begin(HttpServletResponse response, String name, boolean spreadsheet) {
        response.setContentType(
                spreadsheet
                        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        : "text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name + (spreadsheet ? ".xlsx" : ".csv") + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private String name(long accountId) {
        List<VolunteerView> found =
                new ArrayList<>(volunteers.findByAccounts(List.of(accountId)).values());
        return found.isEmpty() ? Ids.text(accountId) : found.getFirst().name();
    }
}
