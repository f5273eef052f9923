package kr.nairl.platform.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One headless Chromium for a test class. A {@link Visit} is one person's own window, with nothing shared. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** A new window whose language preference is {@code ko-KR} or {@code en-US}. */
    Visit visit(String locale) {
        return visit(locale, 1440, 900);
    }

    Visit visit(String locale, int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Asia/Seoul")
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return new Visit(context, context.newPage());
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")),
                        Optional.of("/usr/bin/chromium"),
                        Optional.of("/usr/bin/chromium-browser"),
                        Optional.of("/usr/bin/google-chrome"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: infra/verify installs one"));
    }

    /** One person's window. */
    record Visit(BrowserContext context, Page page) implements AutoCloseable {

        /** Opens a path of the platform. */
        Visit open(String path) {
            page.navigate(RunningPlatform.get().url() + path);
            return this;
        }

        /** Opens a path without waiting for its fonts and pictures, for those who wait for its words themselves. */
        Visit begin(String path) {
            page.navigate(
                    RunningPlatform.get().url() + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            return this;
        }

        /** Signs in through Keycloak's two pages, from wherever a login is asked for. */
        Visit signIn(String email) {
            open("/home");
            page.locator("#username").fill(email);
            page.locator("#kc-login").click();
            page.locator("#password").fill(RunningPlatform.PASSWORD);
            page.locator("#kc-login").click();
            return typeCode(email);
        }

        /** Gives the consent that nobody has an account without, on an invitation's page. */
        Visit agree() {
            page.locator(".join-consents vaadin-checkbox input").first().check();
            return this;
        }

        /** Opens an invitation's link and makes a new account for it. */
        Visit register(String link, String givenName, String familyName, String password) {
            page.navigate(link);
            agree();
            page.locator("vaadin-button[theme~=primary]").click();
            page.waitForSelector("#password-confirm");
            page.locator("#firstName").fill(givenName);
            page.locator("#lastName").fill(familyName);
            page.locator("#password").fill(password);
            page.locator("#password-confirm").fill(password);
            page.locator("#kc-register").click();
            page.waitForURL(address -> address.startsWith(RunningPlatform.get().url()));
            return settled();
        }

        /** Types the code of whoever must sign in with one, and waits until the platform is reached. */
        Visit typeCode(String email) {
            String platform = RunningPlatform.get().url();
            page.waitForCondition(() ->
                    page.url().startsWith(platform) || page.locator("#otp").count() > 0);
            if (!page.url().startsWith(platform)) {
                page.locator("#otp").fill(RunningPlatform.get().code(email));
                page.locator("#kc-login").click();
            }
            page.waitForURL(address -> address.startsWith(platform));
            return settled();
        }

        /**
         * Waits until Vaadin has had nothing under way for a moment. One quiet look is not enough: the client's router
         * changes the address first and asks the server for the page after that.
         */
        Visit settled() {
            page.evaluate("() => { window.quietSince = undefined; }");
            page.waitForFunction("""
                    () => {
                        const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
                        if (clients.some(client => client.isActive?.())) {
                            window.quietSince = undefined;
                            return false;
                        }
                        window.quietSince ??= performance.now();
                        return performance.now() - window.quietSince > 100;
                    }""");
            return this;
        }

        /** Waits until a page that was opened by its address is there; unlike a click, that begins at once. */
        Visit loaded() {
            page.waitForSelector("h1");
            page.waitForFunction("() => Object.values(window.Vaadin?.Flow?.clients ?? {})"
                    + ".every(client => !client.isActive?.())");
            return this;
        }

        /** Keeps what is on the screen, for people who look after the tests. */
        Visit shot(String name) {
            settled();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
            return this;
        }

        /** All text that the page shows now. */
        String text() {
            return page.locator("body").innerText();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
