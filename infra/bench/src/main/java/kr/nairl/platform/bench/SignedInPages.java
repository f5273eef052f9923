package kr.nairl.platform.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What a person's browser loads and waits for, and what an open page costs the app. */
final class SignedInPages implements AutoCloseable {

    private static final int OPEN_PAGES = 40;

    private final String url;
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    SignedInPages(String url) {
        this.url = url;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** Bytes on the wire and milliseconds until the heading stands, for an empty and for a filled cache. */
    record FirstPage(long emptyCacheBytes, double emptyCacheMillis, long filledCacheBytes, double filledCacheMillis) {}

    FirstPage firstPage(String email, String password) {
        try (BrowserContext context = signedIn(email, password)) {
            Page page = context.newPage();
            CDPSession wire = context.newCDPSession(page);
            var bytes = new LongAdder();
            wire.send("Network.enable");
            wire.on(
                    "Network.loadingFinished",
                    event -> bytes.add(event.get("encodedDataLength").getAsLong()));
            wire.send("Network.clearBrowserCache");
            double empty = open(page);
            long emptyBytes = bytes.sumThenReset();
            double filled = open(page);
            return new FirstPage(emptyBytes, empty, bytes.sumThenReset(), filled);
        }
    }

    /** Kilobytes of live heap that each open page adds, from one page to {@value #OPEN_PAGES} more of them. */
    double heapPerPage(long app, String email, String password) throws IOException, InterruptedException {
        try (BrowserContext context = signedIn(email, password)) {
            open(context.newPage());
            double before = liveHeap(app);
            var pages = new ArrayList<Page>();
            for (int i = 0; i < OPEN_PAGES; i++) {
                Page page = context.newPage();
                open(page);
                pages.add(page);
            }
            double after = liveHeap(app);
            return (after - before) / pages.size();
        }
    }

    private BrowserContext signedIn(String email, String password) {
        BrowserContext context = browser.newContext();
        Page page = context.newPage();
        page.navigate(url + "/home");
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(url));
        page.waitForSelector("h1");
        page.close();
        return context;
    }

    private double open(Page page) {
        long begin = System.nanoTime();
        page.navigate(url + "/home");
        page.waitForSelector("main h1");
        return (System.nanoTime() - begin) / 1e6;
    }

    /** After a full collection, in kilobytes. */
    private static double liveHeap(long pid) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Path output = Files.createTempFile("heap", ".txt");
        try {
            // The histogram of live objects collects first; its last line is their sum.
            int code = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            try (Stream<String> lines = Files.lines(output, StandardCharsets.UTF_8)) {
                return lines.filter(line -> code == 0 && line.startsWith("Total"))
                        .mapToDouble(line -> Double.parseDouble(line.strip().split(" +")[2]) / 1024)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("jcmd told no heap"));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Path chromium() {
        return Stream.of(
                        String.valueOf(System.getenv("CHROMIUM")),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: set CHROMIUM to its path"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
