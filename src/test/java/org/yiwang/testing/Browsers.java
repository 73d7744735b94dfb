package org.yiwang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.account.SessionKind;
import org.yiwang.account.TestSignIns;

/**
 * The browser of the tests: the machine's own Chromium, one for all tests, driven from one thread. A test opens a
 * {@link Visit} for each person that it plays.
 */
public final class Browsers {

    /** Ample: what comes is waited for no longer than it takes, also where the machine is busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int LONGEST_PICTURE = 8_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** The shell first: it does the same without drawing windows that nobody sees. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final boolean PICTURES = Boolean.getBoolean("pictures");
    private static final int QUALITY = 80;
    private static final String AXE = axe();

    /** Rules that find what is never serious, which would be passed over, are not run. */
    private static final String FIND = """
            () => {
                const rules = {};
                axe._audit.rules
                    .filter(rule => ['minor', 'moderate'].includes(rule.impact))
                    .forEach(rule => rules[rule.id] = {enabled: false});
                return axe.run(document, {resultTypes: ['violations'], rules}).then(found => found.violations
                    .filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html + ' ' + node.failureSummary)));
            }""";

    /** In a picture of a whole page, what floats over the screen stands where it belongs in the text. Answers the height. */
    private static final String PLACE = """
            how => {
                document.querySelectorAll('.tab-bar, .site-header, .read-aloud').forEach(e => e.style.position = how);
                return document.documentElement.scrollHeight;
            }""";

    @Nullable
    private static Browser browser;

    private Browsers() {}

    /** The two screens that every page is looked at on. */
    public enum Screen {
        /** A phone of five years ago. */
        PHONE(390, 844),
        /** A desk. */
        DESK(1440, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /**
     * A person at a screen who has not been here before: no cookies, Chinese, scripts on. Nothing is kept for when there is no
     * network: for that every page of somebody signed in would load four others.
     */
    public static Visit open(String address, Screen screen) {
        return open(address, screen, true);
    }

    /** As {@link #open(String, Screen)}, with JavaScript off if {@code scripts} is false. */
    public static Visit open(String address, Screen screen, boolean scripts) {
        return visit(
                options(address, screen)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                        .setJavaScriptEnabled(scripts),
                screen,
                false);
    }

    /** As {@link #open(String, Screen)}, with what the pages keep for when there is no network. */
    public static Visit openKeeping(String address, Screen screen) {
        return visit(options(address, screen), screen, false);
    }

    /**
     * As {@link #open(String, Screen)} for a phone, and whatever is looked at is looked at on both screens: each page is loaded
     * once, and where it has to be good it is widened to a desk's screen, has to be good there, and is narrowed again.
     */
    public static Visit openOnBothScreens(String address) {
        return visit(
                options(address, Screen.PHONE)
                        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                        // Nothing is on its way from one place or colour to another when it is looked at.
                        .setReducedMotion(ReducedMotion.REDUCE),
                Screen.PHONE,
                true);
    }

    private static Browser.NewContextOptions options(String address, Screen screen) {
        return new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(screen.width, screen.height)
                .setHasTouch(screen == Screen.PHONE)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
    }

    private static Visit visit(Browser.NewContextOptions options, Screen screen, boolean both) {
        BrowserContext context = browser().newContext(options);
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.addInitScript(AXE);
        return new Visit(context, screen, both);
    }

    private static synchronized Browser browser() {
        Browser running = browser;
        if (running == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(chromium())
                            .setHeadless(true)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run",
                                    "--hide-scrollbars",
                                    "--font-render-hinting=none")));
            browser = running;
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return running;
    }

    private static Path chromium() {
        String asked = System.getenv("CHROMIUM");
        if (asked != null) {
            return Path.of(asked);
        }
        String[] folders = System.getenv("PATH").split(File.pathSeparator);
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The browser tests need Chromium: apt-get install chromium"));
    }

    /** One person's browser window, with everything that went wrong in it. Close it when the person leaves. */
    public static final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final boolean both;
        private Screen screen;
        private final Page page;
        private final List<String> faults = new java.util.ArrayList<>();

        private Visit(BrowserContext context, Screen screen, boolean both) {
            this.context = context;
            this.both = both;
            this.screen = screen;
            this.page = context.newPage();
            page.onConsoleMessage(m -> {
                if (m.type().equals("error")) {
                    faults.add("console: " + m.text());
                }
            });
            page.onPageError(e -> faults.add("script: " + e));
            page.onRequestFailed(r -> {
                if (!"net::ERR_ABORTED".equals(r.failure())) {
                    faults.add("request: " + r.url() + " " + r.failure());
                }
            });
            page.onResponse(r -> {
                if (r.status() >= 500 || (r.status() >= 400 && !r.request().isNavigationRequest())) {
                    faults.add("answer: " + r.status() + " " + r.url());
                }
            });
        }

        /** The page to act on. */
        public Page page() {
            return page;
        }

        /** Turns elder mode on or off from the next page on. */
        public Visit elder(boolean on) {
            return cookie("yw_elder", on ? "1" : "");
        }

        /** Reads in English ({@code en}) or Chinese ({@code zh}) from the next page on. */
        public Visit language(String language) {
            return cookie("yw_lang", language.equals("en") ? "en" : "zh-CN");
        }

        private boolean isPlain() {
            return context.cookies().stream()
                    .noneMatch(c -> c.name.equals("yw_elder") && c.value.equals("1")
                            || c.name.equals("yw_lang") && c.value.equals("en"));
        }

        private Visit cookie(String name, String value) {
            context.addCookies(
                    List.of(new Cookie(name, value).setDomain("localhost").setPath("/")));
            return this;
        }

        /** Is the owner of the account from the next page on, without the sign-in page. */
        public Visit as(long accountId) {
            return cookie("yw_session", TestSignIns.token(accountId, SessionKind.BROWSER));
        }

        /** Is from the next page on whoever has this token of a session. */
        public Visit is(String token) {
            return cookie("yw_session", token);
        }

        /** Signs in by mobile number and password through the sign-in page. */
        public Visit signIn(String mobile, String password) {
            page.navigate("/sign-in");
            page.fill("input[name=mobile]", mobile);
            page.fill("input[name=password]", password);
            page.locator("main form:has(input[name=password]) button[type=submit]")
                    .first()
                    .click();
            page.waitForLoadState();
            assertThat(page.url()).as("signed in as %s", mobile).doesNotContain("/sign-in");
            return this;
        }

        /** Goes to a path of the site and answers its status. */
        public int go(String path) {
            var answer = page.navigate(path);
            return answer == null ? 0 : answer.status();
        }

        /**
         * Keeps a picture of the page, of a very long one the beginning, as {@code target/screenshots/<name>-<screen>.jpg},
         * if the tests run with {@code -Dpictures=true}: for people, who look where a test cannot.
         */
        public Visit shoot(String name) {
            if (both && PICTURES) {
                onTheDesk(() -> picture(name));
            }
            return picture(name);
        }

        private Visit picture(String name) {
            if (!PICTURES || screen == Screen.DESK && !isPlain()) {
                // Everything is checked there too; a picture would show nothing that the phone's does not.
                return this;
            }
            String file = (name + "-" + screen.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
            var picture = new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(file + ".jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY)
                    .setFullPage(true);
            Number height = (Number) page.evaluate(PLACE, "static");
            if (height.intValue() > LONGEST_PICTURE) {
                // The browser cannot take pictures of any height.
                picture.setClip(0, 0, page.viewportSize().width, LONGEST_PICTURE);
            }
            page.screenshot(picture);
            page.evaluate(PLACE, "");
            return this;
        }

        /** Everything a page must be: accessible, as wide as the screen, and without a fault so far. */
        public Visit assertGood() {
            assertGoodHere();
            if (both) {
                onTheDesk(this::assertGoodHere);
            }
            return this;
        }

        private void onTheDesk(Runnable looks) {
            turn(Screen.DESK);
            try {
                looks.run();
            } finally {
                turn(Screen.PHONE);
            }
        }

        private void turn(Screen to) {
            page.setViewportSize(to.width, to.height);
            screen = to;
        }

        private void assertGoodHere() {
            assertAccessible(page);
            int beyond = ((Number) page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .intValue();
            assertThat(beyond)
                    .as("pixels wider than the screen (%s) at %s", screen, page.url())
                    .isLessThanOrEqualTo(0);
            assertThat(faults).as("faults at %s", page.url()).isEmpty();
        }

        /** The same of the page where it is in elder mode, in Chinese and in English, which takes most room; then goes back. */
        public Visit assertGoodForElders(String picture) {
            String address = page.url();
            elder(true).go(address);
            shoot(picture + "-elder").assertGood();
            language("en").go(address);
            shoot(picture + "-elder-en").assertGood();
            elder(false).language("zh").go(address);
            return this;
        }

        /** Takes what went wrong so far, for a test that caused it on purpose. */
        public List<String> takeFaults() {
            List<String> taken = List.copyOf(faults);
            faults.clear();
            return taken;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /**
     * Fails when axe finds something serious or critical on the page, naming the rule and the element. All of its rules
     * that can do so run; only what they find wrong is carried over.
     */
    private static void assertAccessible(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            // Without scripts of its own the page does not get those of a visit either.
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(FIND))
                .as("what axe finds at %s", page.url())
                .isEmpty();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
