package org.yiwang.certificate.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.ESeal;
import org.yiwang.kernel.Label;
import org.yiwang.region.Regions;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.CardView;
import org.yiwang.web.Assets;
import org.yiwang.web.Page;
import org.yiwang.web.Qr;

/** The files that people print: Chinese with English beneath, whatever language the reader has chosen. */
@Component
class Sheets {

    private final TemplateEngine engine;
    private final PdfPress press;
    private final Codes codes;
    private final Regions regions;
    private final ESeal seal;
    private final Page chinese;
    private final Page english;
    private final String onPage = style("page.css") + style("sheet.css");
    private final String onCard = style("page-of-card.css") + style("sheet.css");

    Sheets(
            TemplateEngine engine,
            PdfPress press,
            Codes codes,
            Regions regions,
            ESeal seal,
            MessageSource messages,
            Clock clock,
            Assets assets) {
        this.engine = engine;
        this.press = press;
        this.codes = codes;
        this.regions = regions;
        this.seal = seal;
        this.chinese = page(messages, Locale.SIMPLIFIED_CHINESE, clock, assets);
        this.english = page(messages, Locale.ENGLISH, clock, assets);
    }

    /** The certificate as a PDF file. */
    byte[] certificate(Certificate certificate) {
        Map<String, Object> params = params(certificate.address(), onPage);
        params.put("certificate", certificate);
        params.put("categories", categories());
        params.put("sealed", seal.isActive());
        return print("certificate/sheet", params, certificate.content().number());
    }

    /** The certificate of registration as a PDF file. */
    byte[] registration(CardView.Printed card) {
        return card("certificate/registration", card, onPage);
    }

    /** The card, in the size of a bank card, as a PDF file. */
    byte[] card(CardView.Printed card) {
        return card("certificate/card", card, onCard);
    }

    private byte[] card(String template, CardView.Printed card, String style) {
        Map<String, Object> params = params(card.address(), style);
        byte[] portrait = card.portrait();
        params.put("card", card);
        params.put("city", regions.city().name());
        params.put("portrait", portrait == null ? "" : data("image/jpeg", portrait));
        params.put("sealed", seal.isActive());
        return print(template, params, card.volunteer().number());
    }

    private Map<String, Object> params(String address, String style) {
        Map<String, Object> params = new HashMap<>();
        params.put("page", chinese);
        params.put("english", english);
        params.put("style", style);
        params.put("qr", data("image/png", Qr.png(address)));
        return params;
    }

    private byte[] print(String template, Map<String, Object> params, String number) {
        StringOutput xhtml = new StringOutput();
        engine.render(template + ".jte", params, xhtml);
        return seal.seal(press.print(xhtml.toString(), number), number);
    }

    /** Names of categories, by code. */
    Map<String, Label> categories() {
        return codes.list("category").stream().collect(Collectors.toMap(Code::code, Code::label));
    }

    private static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static Page page(MessageSource messages, Locale locale, Clock clock, Assets assets) {
        return new Page(messages, locale, false, false, null, "/", "", "", false, null, 0, clock, assets);
    }

    private static String style(String file) {
        try (InputStream in = Objects.requireNonNull(Sheets.class.getResourceAsStream("/font/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
