package org.yiwang.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names, numbers and documents that are valid in form and belong to nobody. Always the same for the same seed. */
final class Invented {

    private static final String SURNAMES =
            "王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武戴莫孔向汤";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海云春梅晓燕婷宇浩然子轩梓涵欣怡思远雨桐佳慧博雅诗琪天佑俊熙嘉懿若曦昊天安琪乐瑶志远鹏飞雪松翠莲德福长青永福秋菊冬梅";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Random random;
    private int persons;
    private int bodies;

    Invented(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A surname and one or two characters. */
    String name() {
        StringBuilder name = new StringBuilder(3).append(at(SURNAMES)).append(at(GIVEN));
        if (random.nextInt(4) > 0) {
            name.append(at(GIVEN));
        }
        return name.toString();
    }

    /** What people call a community whose entry is its committee: 团结社区居委会 is 团结社区, 送店村委会 is 送店村. */
    static String spoken(String entry) {
        if (entry.endsWith("社区居委会") || entry.endsWith("村村委会")) {
            return entry.substring(0, entry.length() - 3);
        }
        return entry.replaceFirst("居委会$", "社区").replaceFirst("村委会$", "村");
    }

    /** The next mobile number, of a range kept for the demo city. */
    String mobile(int number) {
        return "199" + String.format(Locale.ROOT, "%08d", 10_000 + number);
    }

    /** A day of birth for somebody of that age. */
    LocalDate birth(LocalDate today, int fromAge, int toAge) {
        int age = fromAge + random.nextInt(toAge - fromAge + 1);
        return today.minusYears(age).minusDays(random.nextInt(364) + 1);
    }

    /** An identity number with that date of birth and a right check character. */
    String idNumber(LocalDate birth) {
        int n = persons++;
        String body = "4201" + String.format(Locale.ROOT, "%02d", 2 + n / 998 % 14)
                + birth.toString().replace("-", "") + String.format(Locale.ROOT, "%03d", 1 + n % 998);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /**
     * A unified social credit code with a right check character (GB 32100-2015).
     *
     * @param kind its first two characters: who registers, and what kind of body
     */
    String creditCode(String kind) {
        String body = kind + "420100MJ" + String.format(Locale.ROOT, "%07d", 5_000_001 + bodies++);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private String at(String characters) {
        int i = random.nextInt(characters.length());
        return characters.substring(i, i + 1);
    }
}
