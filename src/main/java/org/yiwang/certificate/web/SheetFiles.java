package org.yiwang.certificate.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.certificate.Certificates;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Cards;
import org.yiwang.web.Access;

/** The PDF files: a certificate, the certificate of registration, the card. */
@Controller
class SheetFiles {

    private final Certificates certificates;
    private final Cards cards;
    private final Sheets sheets;

    SheetFiles(Certificates certificates, Cards cards, Sheets sheets) {
        this.certificates = certificates;
        this.cards = cards;
        this.sheets = sheets;
    }

    @GetMapping("/certificates/{number}.pdf")
    @Access(SIGNED_IN)
    ResponseEntity<byte[]> certificate(Actor actor, @PathVariable String number) {
        return file(number, sheets.certificate(certificates.get(actor, number)));
    }

    @GetMapping("/certificates/registration.pdf")
    @Access(SIGNED_IN)
    ResponseEntity<byte[]> registration(Actor actor, @RequestParam @Tsid long of) {
        return file("registration", sheets.registration(cards.print(actor, of)));
    }

    @GetMapping("/certificates/card.pdf")
    @Access(SIGNED_IN)
    ResponseEntity<byte[]> card(Actor actor, @RequestParam @Tsid long of) {
        return file("card", sheets.card(cards.print(actor, of)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + name.replaceAll("[^A-Za-z0-9]", "") + ".pdf\"")
                .body(pdf);
    }
}
