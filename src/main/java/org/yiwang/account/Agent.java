package org.yiwang.account;

import org.jspecify.annotations.Nullable;

/** Reads from a User-Agent header what a person recognises a device by: {@code WeChat · Android}. */
final class Agent {

    private static final String[][] BROWSERS = {
        {"MicroMessenger", "WeChat"},
        {"AlipayClient", "Alipay"},
        {"DingTalk", "DingTalk"},
        {"Edg", "Edge"},
        {"HuaweiBrowser", "Huawei Browser"},
        {"MiuiBrowser", "Mi Browser"},
        {"QQBrowser", "QQ Browser"},
        {"Firefox", "Firefox"},
        {"Chrome", "Chrome"},
        {"Safari", "Safari"},
        {"curl", "curl"},
    };
    private static final String[][] SYSTEMS = {
        {"HarmonyOS", "HarmonyOS"},
        {"OpenHarmony", "HarmonyOS"},
        {"Android", "Android"},
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Windows", "Windows"},
        {"Mac OS X", "macOS"},
        {"Linux", "Linux"},
    };

    private Agent() {}

    static String label(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return "–";
        }
        String browser = first(header, BROWSERS);
        String system = first(header, SYSTEMS);
        if (browser.isEmpty() && system.isEmpty()) {
            String known = header.split("[/ ]", 2)[0].replaceAll("[^A-Za-z0-9._-]", "");
            return known.isEmpty() ? "–" : known.substring(0, Math.min(40, known.length()));
        }
        return browser + (browser.isEmpty() || system.isEmpty() ? "" : " · ") + system;
    }

    private static String first(String header, String[][] names) {
        for (String[] name : names) {
            if (header.contains(name[0])) {
                return name[1];
            }
        }
        return "";
    }
}
