package org.yiwang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.record.Sealing;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Qr;

/** A volunteer makes a certificate; a school checks it by number and name, and then with no network at all. */
@CityTest
class CertificateLookTest {

    private static final String CHECK = "async code => (await yiwangCertificate.check(code)).result";

    /** GM/T 0003.5-2012, appendix A: key, message and signature on the recommended curve. */
    private static final String EXAMPLE_OF_THE_STANDARD = """
            () => {
              const bytes = hex => Uint8Array.from(hex.match(/../g), h => parseInt(h, 16));
              return yiwangSm2.verify(
                bytes('09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020'
                  + 'CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13'),
                new TextEncoder().encode('message digest'),
                bytes('F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3'
                  + 'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA'));
            }""";

    @Autowired
    private Sealing sealing;

    @Autowired
    private Certificates certificates;

    @Autowired
    private RecordCases cases;

    @Autowired
    private Checks checks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void a_certificate_is_made_looked_at_and_checked_by_number_and_name() {
        clock.reset();
        VolunteerView person = volunteer("欧阳𠮷兰");
        List<String> failures = new ArrayList<>();
        String number;
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.as(person.contactAccountId());
            look(visit, "/me/certificates", "certificates", failures);
            visit.page().click("main form button.btn-primary");
            visit.page().waitForURL("**/me/certificates/YW*");
            visit.shoot("certificate");
            number = visit.page().url().replaceFirst(".*/", "");
            assertThat(visit.page().locator("main").textContent()).contains("欧阳𠮷兰", "信用时长", "花桥志愿队");
            visit.elder(true);
            look(visit, "/me/certificates/" + number, "certificate-elder", failures);
            look(visit, "/verify", "verify-elder", failures);
            look(visit, "/verify/offline", "offline-elder", failures);
        }
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            look(visit, "/verify", "verify", failures);
            visit.page().fill("#number", number.toLowerCase(java.util.Locale.ROOT));
            visit.page().fill("#name", "欧阳 𠮷兰");
            visit.page().click("main form button.btn-primary");
            visit.page().waitForSelector("#answer");
            visit.shoot("verify-found");
            visit.assertGood();
            assertThat(visit.page().locator("main").textContent()).contains("真实、有效", "日志一致");
            visit.page().fill("#name", "欧阳吉兰");
            visit.page().click("main form button.btn-primary");
            visit.page().waitForSelector(".alert-warning");
            assertThat(visit.page().locator("main").textContent())
                    .contains("没有查到")
                    .doesNotContain("花桥志愿队");
            visit.as(PeopleFixture.account(
                    "胡社区", PeopleFixture.at(Role.COMMUNITY_STAFF, VolunteerFixture.COMMUNITY.value())));
            look(visit, "/gov/certificates", "certificate-desk", failures);
            visit.as(person.contactAccountId());
            look(visit, "/me/certificates/" + number, "certificate", failures);
            look(visit, "/me/certificates?volunteer=" + Ids.text(person.id()), "certificates", failures);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void without_network_a_genuine_code_is_known_and_any_changed_byte_refused() {
        clock.reset();
        VolunteerView person = volunteer("阿卜杜热西提·𠮷");
        Certificate certificate =
                certificates.issue(VolunteerFixture.actor(person), person.id(), CertificateScope.EVERYTHING);
        try (Visit visit = Browsers.openKeeping("http://localhost:" + City.port(), Screen.PHONE)) {
            Page page = visit.page();
            visit.go("/verify/offline");
            visit.assertGood();
            // Only a worker that is in charge of the page answers when it is loaded again.
            page.waitForFunction("async () => navigator.serviceWorker.controller !== null"
                    + " && !!(await caches.match('/verify/offline', {ignoreVary: true}))");
            page.context().setOffline(true);
            page.reload();
            page.fill("#code", certificate.address());
            page.click("main form button");
            page.waitForSelector("[data-result=genuine]:not([hidden])");
            String shown = page.locator("[data-result=genuine]").innerText();
            assertThat(shown).contains(person.name(), certificate.content().number(), "3.0", "1.5", "不知道此后是否作废");
            visit.shoot("offline-genuine");
            tamper(page, certificate.code());
            assertTheFormRefusesTampered(page, certificate.code());
            visit.shoot("offline-refused");

            assertThat(page.evaluate(EXAMPLE_OF_THE_STANDARD)).isEqualTo(true);

            page.context().setOffline(false);
            page.setInputFiles("#picture", new FilePayload("code.png", "image/png", Qr.png(certificate.address())));
            page.waitForSelector("[data-state=valid]:not([hidden])");
            visit.shoot("offline-then-online");
            assertEd25519(page);
            whatBecameOfItIsSaid(visit, person, certificate);
            whatThePlatformDoesNotConfirmIsNotCalledGood(visit, certificate.code());
        }
    }

    private static void assertTheFormRefusesTampered(Page page, String code) {
        byte[] bytes = bytes(code);
        int payload = 8 + 64;
        for (int at : new int[] {8, payload - 1, payload, (payload + bytes.length) / 2, bytes.length - 2}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            scan(page, text(changed), "[data-result=forged]");
            assertThat(page.locator("[data-result=genuine]").isVisible())
                    .as("byte %d of %d", at, bytes.length)
                    .isFalse();
            scan(page, code, "[data-state=offline]");
        }
        byte[] otherKey = bytes.clone();
        otherKey[0] ^= 1;
        scan(page, text(otherKey), "[data-result=unknown-key]");
        assertThat(page.locator("[data-result=genuine]").isVisible()).isFalse();
    }

    private void whatBecameOfItIsSaid(Visit visit, VolunteerView person, Certificate certificate) {
        Page page = visit.page();
        String number = certificate.content().number();
        List<RecordKey> records =
                cases.ofVolunteer(person.id()).stream().map(RecordView::key).toList();
        jdbc.sql("""
                        insert into exchange_departure (volunteer_id, passport_id, to_origin, to_name, receipt, at, record_ids)
                        values (:person, 1, 'yiwang/999999', '第二城', '', '2026-11-22T02:00:00Z', :records::bigint[])""")
                .param("person", person.id())
                .param(
                        "records",
                        records.stream().mapToLong(RecordKey::recordId).toArray())
                .update();
        checks.forget(number);
        scan(page, certificate.code(), "[data-state=moved]");
        assertThat(shown(page)).contains("已转走", "第二城", "请勿重复计算").doesNotContain("仍然有效", "没有联网");

        cases.freeze(records, Because.of(0, "record.why.not-me"));
        scan(page, certificate.code(), "[data-state=review]");
        assertThat(shown(page)).contains("核实中", "第二城").doesNotContain("仍然有效");
        visit.assertGood();

        certificates.declareVoid(VolunteerFixture.actor(person), number);
        scan(page, certificate.code(), "[data-state=void]");
        assertThat(shown(page)).contains("已作废").doesNotContain("签名真实", "核实中", "仍然有效");
        visit.shoot("offline-void");
    }

    private static void whatThePlatformDoesNotConfirmIsNotCalledGood(Visit visit, String code) {
        Page page = visit.page();
        visit.assertGood();
        for (String[] answer : new String[][] {
            {"log", "200", "{\"state\":\"LOG_DISAGREES\"}", "日志不一致"},
            {"unknown", "200", "{\"state\":\"UNKNOWN\"}", "平台查不到"},
            {"altered", "409", "{\"code\":\"certificate.altered\"}", "存档与签发时的签名不一致"},
            {"offline", "429", "{\"code\":\"certificate.busy\"}", "没有联网核对"}
        }) {
            page.route(
                    "**/api/v1/verify",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(Integer.parseInt(answer[1]))
                            .setContentType("application/json")
                            .setBody(answer[2])));
            scan(page, code, "[data-state=" + answer[0] + "]");
            assertThat(shown(page)).contains(answer[3]).doesNotContain("仍然有效");
            assertThat(page.locator("[data-genuine]").isVisible())
                    .as("called genuine when %s", answer[0])
                    .isEqualTo(answer[0].equals("offline"));
            page.unroute("**/api/v1/verify");
        }
        // The browser notes the refusals.
        visit.takeFaults();
        visit.assertGood();
    }

    private static void scan(Page page, String code, String expected) {
        page.fill("#code", code);
        page.click("main form button");
        page.waitForSelector(expected + ":not([hidden])");
    }

    private static String shown(Page page) {
        return page.locator("[data-result=genuine]").innerText();
    }

    private static byte[] bytes(String code) {
        return Base64.getUrlDecoder().decode(code.substring(SignedCode.BEGINNING.length()));
    }

    private static String text(byte[] bytes) {
        return SignedCode.BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void tamper(Page page, String code) {
        assertThat(page.evaluate(CHECK, code)).isEqualTo("genuine");
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        byte[] bytes = bytes(code);
        for (int i = 0; i < 60; i++) {
            int at = chance.nextInt(bytes.length);
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 << chance.nextInt(8));
            assertThat(page.evaluate(CHECK, text(changed)))
                    .as("byte %d of %d, seed %d", at, bytes.length, seed)
                    .isIn("forged", "unknown-key");
        }
        for (String odd : List.of(
                code + "A",
                code + "!",
                code + "=",
                code.substring(0, code.length() - 1),
                code.replace("YW1.", "YW2."),
                otherSpelling(code),
                "YW1.",
                "",
                "<script>")) {
            assertThat(page.evaluate(CHECK, odd)).as(odd).isNotEqualTo("genuine");
        }
    }

    /** Another last character that stands for the same bytes, if there is one: one certificate has one code. */
    private static String otherSpelling(String code) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char next = letters.charAt((letters.indexOf(code.charAt(code.length() - 1)) + 1) % letters.length());
        return code.substring(0, code.length() - 1) + next;
    }

    /** The other algorithm that the log may be set to. */
    private static void assertEd25519(Page page) {
        try {
            var generator = new Ed25519KeyPairGenerator();
            generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
            var pair = generator.generateKeyPair();
            byte[] payload = "[1,\"YW\"]".getBytes(StandardCharsets.UTF_8);
            var signer = new Ed25519Signer();
            signer.init(true, pair.getPrivate());
            byte[] line = "yiwang signature v1\ncertificate\n".getBytes(StandardCharsets.UTF_8);
            signer.update(line, 0, line.length);
            signer.update(payload, 0, payload.length);
            ByteArrayOutputStream code = new ByteArrayOutputStream();
            code.writeBytes(HexFormat.of().parseHex("0011223344556677"));
            code.writeBytes(signer.generateSignature());
            code.writeBytes(payload);
            String key = Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded());
            for (boolean changed : new boolean[] {false, true}) {
                byte[] bytes = code.toByteArray();
                if (changed) {
                    bytes[bytes.length - 2] ^= 1;
                }
                Object result = page.evaluate(
                        "async a => (await yiwangCertificate.check(a.code, [{id: '0011223344556677', algorithm: 'ED25519',"
                                + " key: a.key}])).result",
                        Map.of("key", key, "code", text(bytes)));
                assertThat(result).isEqualTo(changed ? "forged" : "genuine");
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private VolunteerView volunteer(String name) {
        VolunteerView person = VolunteerFixture.adult(name);
        LocalDate day = LocalDate.of(2026, 11, 2);
        RecordFixture.effective(person.id(), day, 120, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
        RecordFixture.effective(person.id(), day.plusDays(1), 60, TimeKind.CREDIT, "区图书馆", "图书整理");
        RecordFixture.effective(person.id(), day.plusDays(2), 90, TimeKind.HONOUR, "花桥志愿队", "敬老探访");
        sealing.seal();
        return person;
    }

    private static void look(Visit visit, String path, String picture, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot(picture);
        try {
            assertThat(status).as(path).isEqualTo(200);
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(picture + " " + path + ": " + e.getMessage());
        }
    }
}
