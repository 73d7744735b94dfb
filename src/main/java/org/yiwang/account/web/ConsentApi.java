package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.account.Consents;
import org.yiwang.account.Document;
import org.yiwang.kernel.Actor;
import org.yiwang.web.Access;

/** Notices and consents over JSON. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "account")
class ConsentApi {

    private final Consents consents;

    ConsentApi(Consents consents) {
        this.consents = consents;
    }

    @GetMapping("/documents/{key}")
    @Access(ANYONE)
    @Operation(summary = "The version of a notice or consent that holds today, in the language asked for")
    DocumentJson document(@PathVariable String key, Locale locale) {
        Document document = consents.current(key);
        return new DocumentJson(
                document.key(),
                document.version(),
                document.effectiveFrom(),
                document.title().in(locale),
                document.text().in(locale));
    }

    @GetMapping("/me/consents")
    @Access(SIGNED_IN)
    @Operation(summary = "What the caller accepted and withdrew, newest first")
    List<ConsentJson> consents(Actor actor, Locale locale) {
        return consents.list(actor.accountId()).stream()
                .map(c -> new ConsentJson(c.key(), c.version(), c.title().in(locale), c.accepted(), c.withdrawn()))
                .toList();
    }

    @DeleteMapping("/me/consents/{key}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw a consent; what was done until now stays lawful")
    void withdraw(@PathVariable String key, Actor actor) {
        consents.withdraw(actor, key);
    }

    /** A text as sent. */
    record DocumentJson(String key, int version, LocalDate effectiveFrom, String title, String text) {}

    /** A consent as sent. */
    record ConsentJson(
            String key,
            int version,
            String title,
            Instant accepted,
            @Nullable Instant withdrawn) {}
}
