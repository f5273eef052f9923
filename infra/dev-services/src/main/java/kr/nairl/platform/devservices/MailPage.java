package kr.nairl.platform.devservices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The received mails on the loopback address, for people (Korean and English) and for tests (JSON). A mail's HTML is
 * shown in a frame without scripts, forms or an origin; nothing in it can reach the page around it.
 */
final class MailPage implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final int WORDS_SHOWN = 110;
    private static final String OWN_POLICY = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String FRAME_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src http: https: data: cid:;"
                    + " style-src 'unsafe-inline'; font-src http: https: data:; frame-ancestors 'self'";

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "ko",
            Map.ofEntries(
                    Map.entry("title", "개발용 편지함"),
                    Map.entry("note", "이 컴퓨터의 플랫폼이 보낸 메일이 모두 여기에 모입니다. 밖으로 나가는 메일은 없습니다."),
                    Map.entry("empty", "아직 받은 메일이 없습니다"),
                    Map.entry("emptyHint", "플랫폼이 초대나 알림을 보내면 여기에 나타납니다."),
                    Map.entry("none", "찾는 메일이 없습니다"),
                    Map.entry("noneHint", "다른 낱말이나 주소로 찾아 보세요."),
                    Map.entry("choose", "메일을 고르면 여기에서 읽을 수 있습니다"),
                    Map.entry("find", "받는 사람, 제목으로 찾기"),
                    Map.entry("search", "찾기"),
                    Map.entry("from", "보낸 사람"),
                    Map.entry("to", "받는 사람"),
                    Map.entry("html", "서식"),
                    Map.entry("text", "텍스트"),
                    Map.entry("headers", "머리글"),
                    Map.entry("raw", "원본 내려받기"),
                    Map.entry("attachments", "첨부"),
                    Map.entry("back", "목록으로"),
                    Map.entry("new", "새 메일이 왔습니다"),
                    Map.entry("noSubject", "(제목 없음)"),
                    Map.entry("gone", "그런 메일은 없습니다"),
                    Map.entry("other", "English")),
            "en",
            Map.ofEntries(
                    Map.entry("title", "Development mailbox"),
                    Map.entry("note", "Every mail that the platform on this machine sends ends here. Nothing leaves."),
                    Map.entry("empty", "No mail yet"),
                    Map.entry("emptyHint", "Invitations and notifications appear here as the platform sends them."),
                    Map.entry("none", "No mail fits"),
                    Map.entry("noneHint", "Try another word or address."),
                    Map.entry("choose", "Choose a mail to read it here"),
                    Map.entry("find", "Find by recipient or subject"),
                    Map.entry("search", "Find"),
                    Map.entry("from", "From"),
                    Map.entry("to", "To"),
                    Map.entry("html", "Formatted"),
                    Map.entry("text", "Text"),
                    Map.entry("headers", "Headers"),
                    Map.entry("raw", "Download original"),
                    Map.entry("attachments", "Attachments"),
                    Map.entry("back", "Back to the list"),
                    Map.entry("new", "New mail has come"),
                    Map.entry("noSubject", "(no subject)"),
                    Map.entry("gone", "There is no such mail"),
                    Map.entry("other", "한국어")));

    private final DevMail mail;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.shared();

    private MailPage(DevMail mail, HttpServer server) {
        this.mail = mail;
        this.server = server;
    }

    static MailPage start(DevMail mail, int port) throws IOException {
        var page = new MailPage(mail, HttpServer.create(new InetSocketAddress(Ports.loopback(), port), 0));
        page.server.setExecutor(page.threads);
        page.server.createContext("/", page::answer);
        page.server.start();
        return page;
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("");
            if (!host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
                send(exchange, 421, "text/plain", "");
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> read(exchange);
                case "DELETE" -> delete(exchange);
                default -> send(exchange, 405, "text/plain", "");
            }
        } catch (RuntimeException e) {
            send(exchange, 500, "text/plain", "The mail cannot be read: " + e.getMessage());
        }
    }

    private void delete(HttpExchange exchange) throws IOException {
        boolean all = exchange.getRequestURI().getPath().equals("/api/mails");
        if (all) {
            mail.clear();
        }
        send(exchange, all ? 204 : 404, "text/plain", "");
    }

    private void read(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        String last = path[path.length - 1];
        switch (path[0]) {
            case "" -> send(exchange, 200, "text/html", page(exchange, Optional.empty()));
            case "mail.css", "mail.js" -> sendResource(exchange, path[0]);
            case "api" -> readJson(exchange, path);
            case "mails" -> {
                Optional<ReceivedMail> found = path.length > 1 ? mail.mail(path[1]) : Optional.empty();
                if (found.isEmpty()) {
                    send(exchange, 404, "text/html", page(exchange, found));
                } else if (path.length == 2) {
                    send(exchange, 200, "text/html", page(exchange, found));
                } else if (last.equals("html")) {
                    exchange.getResponseHeaders().set("Content-Security-Policy", FRAME_POLICY);
                    send(
                            exchange,
                            200,
                            "text/html",
                            "<base target=\"_blank\">" + found.get().html());
                } else if (last.equals("raw")) {
                    sendRaw(exchange, path[1]);
                } else {
                    send(exchange, 404, "text/html", page(exchange, Optional.empty()));
                }
            }
            default -> send(exchange, 404, "text/html", page(exchange, Optional.empty()));
        }
    }

    private void readJson(HttpExchange exchange, String[] path) throws IOException {
        if (path.length == 2 && path[1].equals("mails")) {
            send(exchange, 200, "application/json", json.writeValueAsString(fitting(exchange)));
        } else if (path.length == 2 && path[1].equals("newest")) {
            send(exchange, 200, "application/json", json.writeValueAsString(Map.of("id", newest(mail.mails()))));
        } else if (path.length == 3 && path[1].equals("mails")) {
            Optional<ReceivedMail> found = mail.mail(path[2]);
            send(
                    exchange,
                    found.isPresent() ? 200 : 404,
                    "application/json",
                    found.map(json::writeValueAsString).orElse("{}"));
        } else {
            send(exchange, 404, "application/json", "{}");
        }
    }

    private List<ReceivedMail> fitting(HttpExchange exchange) {
        String to = query(exchange, "to");
        String words = query(exchange, "q").toLowerCase(Locale.ROOT);
        return mail.mails().stream()
                .filter(each -> to.isEmpty() || each.to().contains(to))
                .filter(each -> words.isEmpty()
                        || (each.subject() + " " + each.to() + " " + each.from())
                                .toLowerCase(Locale.ROOT)
                                .contains(words))
                .toList();
    }

    private static String newest(List<ReceivedMail> mails) {
        return mails.isEmpty() ? "" : mails.getFirst().id();
    }

    private String page(HttpExchange exchange, Optional<ReceivedMail> chosen) {
        String language = language(exchange);
        Map<String, String> words = WORDS.getOrDefault(language, Map.of());
        String q = query(exchange, "q");
        String suffix = "?lang=" + language + (q.isEmpty() ? "" : "&amp;q=" + encoded(q));
        List<ReceivedMail> mails = fitting(exchange);
        boolean wanted = exchange.getRequestURI().getPath().length() > 1;
        var html = new StringBuilder();
        html.append("<!doctype html><html lang=\"")
                .append(language)
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(escaped(chosen.map(ReceivedMail::subject).orElse(words.getOrDefault("title", ""))))
                .append("</title><link rel=\"stylesheet\" href=\"/mail.css\"><script src=\"/mail.js\" defer></script>")
                .append("</head><body data-newest=\"")
                .append(newest(mail.mails()))
                .append("\">");
        html.append("<header><a class=\"logo\" href=\"/?lang=")
                .append(language)
                .append("\"><i></i>")
                .append(words.get("title"))
                .append("</a><p class=\"dim small\">")
                .append(words.get("note"))
                .append("</p><a class=\"btn\" lang=\"")
                .append(language.equals("ko") ? "en" : "ko")
                .append("\" href=\"?lang=")
                .append(language.equals("ko") ? "en" : "ko")
                .append("\">")
                .append(words.get("other"))
                .append("</a></header>");
        html.append("<main class=\"")
                .append(wanted ? "reading" : "listing")
                .append("\"><section class=\"list\">")
                .append("<form><input type=\"hidden\" name=\"lang\" value=\"")
                .append(language)
                .append("\"><input class=\"field\" type=\"search\" name=\"q\" aria-label=\"")
                .append(words.get("find"))
                .append("\" placeholder=\"")
                .append(words.get("find"))
                .append("\" value=\"")
                .append(escaped(q))
                .append("\"><button class=\"btn\">")
                .append(words.get("search"))
                .append("</button></form>")
                .append("<p role=\"status\"><a id=\"new\" class=\"tag\" hidden href=\"/?lang=")
                .append(language)
                .append("\">")
                .append(words.get("new"))
                .append("</a></p>");
        if (mails.isEmpty()) {
            String kind = q.isEmpty() ? "empty" : "none";
            html.append("<div class=\"nothing\"><h2>")
                    .append(words.get(kind))
                    .append("</h2><p class=\"dim\">")
                    .append(words.get(kind + "Hint"))
                    .append("</p></div>");
        }
        html.append("<ul>");
        mails.forEach(each -> row(html, each, words, suffix, language, chosen));
        html.append("</ul></section><section class=\"card\">");
        if (chosen.isPresent()) {
            detail(html, chosen.get(), words, suffix, language);
        } else {
            html.append("<div class=\"nothing\"><h2>")
                    .append(words.get(wanted ? "gone" : "choose"))
                    .append("</h2></div>");
        }
        return html.append("</section></main></body></html>").toString();
    }

    private static void row(
            StringBuilder html,
            ReceivedMail mail,
            Map<String, String> words,
            String suffix,
            String language,
            Optional<ReceivedMail> chosen) {
        boolean here = chosen.map(ReceivedMail::id).filter(mail.id()::equals).isPresent();
        String words1 =
                mail.text().isBlank() ? mail.html().replaceAll("(?s)<style.*?</style>|<[^>]*>", " ") : mail.text();
        String start = words1.replaceAll("\\s+", " ").strip();
        html.append("<li><a href=\"/mails/")
                .append(mail.id())
                .append(suffix)
                .append('"')
                .append(here ? " class=\"on\" aria-current=\"true\"" : "")
                .append("><span class=\"row\"><b>")
                .append(escaped(String.join(", ", mail.to())))
                .append("</b><time class=\"faint small num\">")
                .append(time(mail, language))
                .append("</time></span><span class=\"subject\">")
                .append(escaped(subject(mail, words)))
                .append("</span><span class=\"dim small start\">")
                .append(escaped(start.length() > WORDS_SHOWN ? start.substring(0, WORDS_SHOWN) + "…" : start))
                .append("</span></a></li>");
    }

    private static void detail(
            StringBuilder html, ReceivedMail mail, Map<String, String> words, String suffix, String language) {
        html.append("<p class=\"back\"><a href=\"/")
                .append(suffix)
                .append("\">← ")
                .append(words.get("back"))
                .append("</a></p><h1>")
                .append(escaped(subject(mail, words)))
                .append("</h1><dl><dt>")
                .append(words.get("from"))
                .append("</dt><dd>")
                .append(escaped(mail.from()))
                .append("</dd><dt>")
                .append(words.get("to"))
                .append("</dt><dd>")
                .append(escaped(String.join(", ", mail.to())))
                .append("</dd></dl><p class=\"faint small num\">")
                .append(time(mail, language))
                .append(" · <a href=\"/mails/")
                .append(mail.id())
                .append("/raw\">")
                .append(words.get("raw"))
                .append("</a></p>");
        if (!mail.attachments().isEmpty()) {
            html.append("<p class=\"small\">")
                    .append(words.get("attachments"))
                    .append(": ")
                    .append(escaped(String.join(", ", mail.attachments())))
                    .append("</p>");
        }
        if (!mail.html().isBlank()) {
            html.append("<h2>")
                    .append(words.get("html"))
                    .append("</h2><iframe title=\"")
                    .append(words.get("html"))
                    .append("\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mails/")
                    .append(mail.id())
                    .append("/html\"></iframe>");
        }
        if (!mail.text().isBlank()) {
            html.append("<h2>")
                    .append(words.get("text"))
                    .append("</h2><pre>")
                    .append(linked(escaped(mail.text())))
                    .append("</pre>");
        }
        html.append("<details><summary>")
                .append(words.get("headers"))
                .append("</summary><pre class=\"small\">")
                .append(escaped(String.join("\n", mail.headers())))
                .append("</pre></details>");
    }

    private static String subject(ReceivedMail mail, Map<String, String> words) {
        return mail.subject().isBlank() ? words.getOrDefault("noSubject", "") : mail.subject();
    }

    private static String time(ReceivedMail mail, String language) {
        String pattern = language.equals("ko") ? "M월 d일 (E) HH:mm:ss" : "EEE d MMM, HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, Locale.of(language))
                .format(mail.receivedAt().atZone(ZONE));
    }

    private static String language(HttpExchange exchange) {
        String asked = query(exchange, "lang");
        if (WORDS.containsKey(asked)) {
            return asked;
        }
        String accepted = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language"))
                .orElse("ko");
        return accepted.startsWith("en") ? "en" : "ko";
    }

    private static String query(HttpExchange exchange, String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String linked(String escapedText) {
        return escapedText.replaceAll(
                "https?://[^\\s&]+(&amp;[^\\s&]+)*", "<a target=\"_blank\" rel=\"noopener\" href=\"$0\">$0</a>");
    }

    private void sendRaw(HttpExchange exchange, String id) throws IOException {
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"" + id + ".eml\"");
        send(exchange, 200, "message/rfc822", mail.raw(id).orElse(new byte[0]));
    }

    private static void sendResource(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = MailPage.class.getResourceAsStream("/mail-page/" + name)) {
            String type = name.endsWith(".css") ? "text/css" : "text/javascript";
            send(exchange, in == null ? 404 : 200, type, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.putIfAbsent("Content-Security-Policy", List.of(OWN_POLICY));
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || status == 204 || body.length == 0;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
