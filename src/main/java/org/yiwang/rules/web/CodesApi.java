package org.yiwang.rules.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.rules.CodeTables;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;

/** Code tables for apps and partners. */
@RestController
@RequestMapping("/api/v1/codes")
@Tag(name = "codes", description = "Code tables: what may be chosen today")
class CodesApi {

    private final Codes codes;
    private final CodeTables tables;

    CodesApi(Codes codes, CodeTables tables) {
        this.codes = codes;
        this.tables = tables;
    }

    /** The names of the tables. */
    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "The names of the code tables")
    Tables tables() {
        return new Tables(tables.tables());
    }

    /** What may be chosen today. */
    @GetMapping("/{table}")
    @Access(ANYONE)
    @Operation(summary = "The codes of one table that may be chosen today")
    Table table(@PathVariable String table) {
        tables.rows(table);
        return new Table(
                table,
                codes.list(table).stream()
                        .map(c -> new Entry(c.code(), c.label().zh(), c.label().en()))
                        .toList());
    }

    record Tables(List<String> items) {}

    record Table(String table, List<Entry> items) {}

    record Entry(String code, String zh, String en) {}
}
