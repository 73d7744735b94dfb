package org.yiwang.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.CertificateContent;
import org.yiwang.certificate.CertificateContent.GradeTime;
import org.yiwang.certificate.CertificateContent.Person;
import org.yiwang.certificate.CertificateContent.Service;
import org.yiwang.certificate.CertificateContent.Time;
import org.yiwang.certificate.CertificateContent.UnitTime;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.certificate.MovedTo;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.CardView;

/** The printed sheets: what stands in them is read out of the files again, and the code is scanned from a picture of them. */
@CityTest
class SheetsTest {

    private static final String NAME = "欧阳𠮷𬭊㛃";
    private static final String ADDRESS =
            "https://volunteer.example.gov.cn/verify/offline#YW1." + "q3Zz9_-A".repeat(45);

    private static final String CARD = "https://volunteer.example.gov.cn/c/" + "q3Zz9-A4".repeat(7);

    @Autowired
    private Sheets sheets;

    @Test
    void a_certificate_says_in_print_what_it_says_and_its_code_can_be_scanned() throws Exception {
        byte[] pdf = sheets.certificate(certificate(30));
        keep("certificate", pdf);
        String text = PdfPressTest.text(pdf);
        assertThat(text)
                .contains("志愿服务记录证明", "Certificate of Volunteer Service", "YW2611227K3QX9FMC", NAME)
                .contains("信用时长", "荣誉时长", "花桥志愿队", "电子印章位", "A 级可信", "未评级")
                .contains("兹证明 " + NAME + " 于 2026年1月1日 至 2026年11月2日 参加志愿服务 30 次")
                .contains("清洁家园29 · 清洁员");
        assertThat(scanned(pdf)).isEqualTo(ADDRESS);
    }

    @Test
    void a_certificate_printed_again_says_what_became_of_it() throws IOException {
        Certificate now = certificate(2);
        assertThat(PdfPressTest.text(sheets.certificate(now))).doesNotContain("正在核实", "第二城", "作废");
        Instant at = Instant.parse("2026-11-23T01:30:00Z");
        byte[] pdf = sheets.certificate(after(now, null, at, new MovedTo("第二城", at)));
        keep("certificate-moved", pdf);
        assertThat(PdfPressTest.text(pdf))
                .contains("自 2026年11月23日 09:30 起，主管部门正在核实", "Under review since 23 November 2026 09:30")
                .contains("2026年11月23日 随本人转到“第二城”", "Hours in it moved to “第二城”");
        assertThat(PdfPressTest.text(sheets.certificate(after(now, at, null, null))))
                .contains("本证明自 2026年11月23日 09:30 起作废")
                .doesNotContain("正在核实", "第二城");
    }

    private static Certificate after(
            Certificate c, @Nullable Instant voidSince, @Nullable Instant reviewSince, @Nullable MovedTo movedTo) {
        return new Certificate(
                c.volunteerId(), c.content(), c.hash(), c.code(), c.address(), voidSince, false, reviewSince, movedTo);
    }

    @Test
    @Timeout(30)
    void five_thousand_services_fit_into_one_file_in_bounded_time() throws IOException {
        Certificate certificate = certificate(5_000);
        byte[] pdf = sheets.certificate(certificate);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(60, 300);
        }
        assertThat(PdfPressTest.text(pdf)).contains("清洁家园4999 · 清洁员");
        assertThat(pdf.length).isLessThan(6_000_000);
    }

    @Test
    void registration_and_card_show_name_and_number_and_a_code() throws Exception {
        var person = VolunteerFixture.adult("𠮷田·买买提");
        CardView.Printed card = new CardView.Printed(person, CARD, null);
        byte[] registration = sheets.registration(card);
        keep("registration", registration);
        assertThat(PdfPressTest.text(registration)).contains("志愿者注册证", "𠮷田·买买提", person.number());
        assertThat(scanned(registration)).isEqualTo(CARD);
        byte[] small = sheets.card(card);
        keep("card", small);
        assertThat(PdfPressTest.text(small)).contains("志愿者证", "𠮷田·买买提", person.number());
        try (PDDocument document = Loader.loadPDF(small)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(240f, 245f);
        }
        assertThat(scanned(small)).isEqualTo(CARD);
        try (PDDocument document = Loader.loadPDF(registration)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private static String scanned(byte[] pdf) throws Exception {
        BufferedImage page = picture(pdf, 200);
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no code is found on the page", e);
        }
    }

    private static BufferedImage picture(byte[] pdf, int dotsPerInch) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
        }
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve("sheet-" + name + ".pdf"), pdf);
        ImageIO.write(
                picture(pdf, 96),
                "png",
                folder.resolve("sheet-" + name + ".png").toFile());
    }

    private static Certificate certificate(int services) {
        List<Service> all = IntStream.range(0, services)
                .mapToObj(i -> new Service(
                        i,
                        LocalDate.of(2026, 11, 2).minusDays(i % 300),
                        "清洁家园" + i,
                        "清洁员",
                        "06",
                        "花桥志愿队",
                        "张三",
                        120,
                        i % 3 > 0,
                        i % 5 == 0 ? "-" : "A",
                        (long) i))
                .toList();
        CertificateContent content = new CertificateContent(
                "YW2611227K3QX9FMC",
                Instant.parse("2026-11-22T02:00:00Z"),
                "武汉市",
                new Person(NAME, "V420102000001X", "123X"),
                CertificateScope.EVERYTHING,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 11, 2),
                services,
                new Time(4_000, 200),
                List.of(new GradeTime("A", new Time(3_000, 0)), new GradeTime("-", new Time(1_000, 200))),
                List.of(new UnitTime("花桥志愿队", services, new Time(4_000, 200))),
                all,
                List.of(),
                new CertificateContent.Log(1234, "ab".repeat(32)));
        return new Certificate(1, content, "cd".repeat(32), "YW1.x", ADDRESS, null, false, null, null);
    }
}
