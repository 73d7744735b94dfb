package org.yiwang.paper.web;

import static org.yiwang.kernel.Permission.RECORD_ENTER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.paper.ImportFiles;
import org.yiwang.paper.ImportView;
import org.yiwang.paper.Imports;
import org.yiwang.paper.PaperProblem;
import org.yiwang.paper.SheetScans;
import org.yiwang.web.Access;

/** Files with records over the API. The file is the body itself, as {@code application/octet-stream}. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports", description = "Records from .xlsx and .csv files, confirmed by a second person")
class ImportApi {

    private final Imports imports;
    private final ImportFiles files;
    private final SheetScans scans;

    ImportApi(Imports imports, ImportFiles files, SheetScans scans) {
        this.imports = imports;
        this.files = files;
        this.scans = scans;
    }

    @PostMapping
    @Access(RECORD_ENTER)
    @Operation(
            summary =
                    "Brings a file; it waits for a second person. The same file again is the same import while it waits")
    Statement receive(
            Actor actor,
            @RequestParam String organization,
            @RequestParam(defaultValue = "") String name,
            @RequestBody byte[] file) {
        long id = Ids.parse(organization).orElseThrow(() -> new Refusal(PaperProblem.UNKNOWN));
        return Statement.of(imports.receive(actor, id, name, file));
    }

    @PutMapping("/{id}/scan")
    @Access(RECORD_ENTER)
    @Operation(
            summary = "Adds the scan of the signed sheets (PDF, JPEG or PNG up to 10 MB), without which nothing is"
                    + " confirmed; the second person looks at it")
    void scan(Actor actor, @PathVariable @Tsid long id, @RequestBody byte[] file) {
        imports.get(actor, id);
        scans.attach(actor, id, scans.read(actor, file));
    }

    @GetMapping("/{id}/scan")
    @Access(RECORD_ENTER)
    @Operation(summary = "The scan of the signed sheets; that it was looked at is noted")
    ResponseEntity<byte[]> scan(Actor actor, @PathVariable @Tsid long id) {
        return ImportPages.answer(scans.look(actor, id));
    }

    @GetMapping
    @Access(RECORD_ENTER)
    @Operation(summary = "Imports within reach, the latest first")
    Slice<Statement> list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return imports.list(actor, page).map(Statement::of);
    }

    @GetMapping("/{id}")
    @Access(RECORD_ENTER)
    @Operation(summary = "The statement of an import: how far it is, and what became of its lines")
    Statement get(Actor actor, @PathVariable @Tsid long id) {
        return Statement.of(imports.get(actor, id));
    }

    @PostMapping("/{id}/confirm")
    @Access(RECORD_ENTER)
    @Operation(
            summary =
                    "Confirms an import as the second person, who has opened the scan and names it by its scanHash; its"
                            + " lines are taken in the background")
    Statement confirm(Actor actor, @PathVariable @Tsid long id, @RequestBody(required = false) @Nullable Seen body) {
        imports.confirm(actor, id, body == null ? null : body.scanHash);
        return Statement.of(imports.get(actor, id));
    }

    @PostMapping("/{id}/hand-in")
    @Access(RECORD_ENTER)
    @Operation(summary = "Hands in what was typed from sheets, as who typed it; it waits for a second person then")
    Statement handIn(Actor actor, @PathVariable @Tsid long id) {
        imports.handIn(actor, id);
        return Statement.of(imports.get(actor, id));
    }

    @PostMapping("/{id}/turn-down")
    @Access(RECORD_ENTER)
    @Operation(summary = "Turns an import down as the second person, with the reason")
    Statement turnDown(Actor actor, @PathVariable @Tsid long id, @RequestBody Why body) {
        if (body.why == null || body.why.isBlank()) {
            throw new Refusal(PaperProblem.REASON_NEEDED).at("why");
        }
        imports.turnDown(actor, id, body.why.strip());
        return Statement.of(imports.get(actor, id));
    }

    @PostMapping("/{id}/withdraw")
    @Access(RECORD_ENTER)
    @Operation(summary = "Takes an import back before it is confirmed, as who brought it")
    Statement withdraw(Actor actor, @PathVariable @Tsid long id) {
        imports.withdraw(actor, id);
        return Statement.of(imports.get(actor, id));
    }

    @GetMapping("/{id}/refused")
    @Access(RECORD_ENTER)
    @Operation(summary = "The refused lines as a file of the kind that was brought, with the reason in each line")
    void refused(Actor actor, @PathVariable @Tsid long id, Locale locale, HttpServletResponse response)
            throws IOException {
        ImportView view = imports.get(actor, id);
        ImportPages.begin(response, "refused-" + Ids.text(id), view.format().equals("XLSX"));
        files.writeRefused(actor, id, locale, response.getOutputStream());
    }

    /**
     * What was seen.
     *
     * @param scanHash SHA-256 of the scan, as the statement names it
     */
    record Seen(@Nullable String scanHash) {}

    /** A reason. */
    record Why(@Nullable String why) {}

    /**
     * The statement of an import.
     *
     * @param id its id
     * @param organizationId whose activities its lines are about
     * @param fileName the file's name
     * @param fileHash SHA-256 of the file
     * @param state OPEN, WAITING, RUNNING, DONE, TURNED_DOWN or WITHDRAWN
     * @param madeAt when it was brought
     * @param decidedAt when it was confirmed or turned down
     * @param decidedWhy why it was turned down
     * @param finishedAt when its last line was done
     * @param lines lines filled in
     * @param taken lines that made a record
     * @param known lines that had made one before
     * @param held records among those taken that wait for an approval
     * @param refused lines refused
     * @param left lines still to be done
     * @param scan kind of the scan of the signed sheets, null while there is none
     * @param scanHash SHA-256 of the scan in hexadecimal, null while there is none
     */
    record Statement(
            String id,
            String organizationId,
            String fileName,
            String fileHash,
            String state,
            Instant madeAt,
            @Nullable Instant decidedAt,
            @Nullable String decidedWhy,
            @Nullable Instant finishedAt,
            int lines,
            int taken,
            int known,
            int held,
            int refused,
            int left,
            @Nullable String scan,
            @Nullable String scanHash) {

        static Statement of(ImportView v) {
            return new Statement(
                    Ids.text(v.id()),
                    Ids.text(v.organizationId()),
                    v.fileName(),
                    v.fileHash(),
                    v.state().name(),
                    v.madeAt(),
                    v.decidedAt(),
                    v.decidedWhy(),
                    v.finishedAt(),
                    v.lines(),
                    v.taken(),
                    v.known(),
                    v.held(),
                    v.refused(),
                    v.left(),
                    v.scan(),
                    v.scanHash());
        }
    }
}
