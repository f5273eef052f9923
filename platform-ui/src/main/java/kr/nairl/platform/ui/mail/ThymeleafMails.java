package kr.nairl.platform.ui.mail;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.mail.MailTemplates;
import kr.nairl.platform.core.mail.RenderedMail;
import kr.nairl.platform.core.shared.Language;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * One letter for every kind of mail: a subject, a sentence and a link, from mail_ko and mail_en.properties under the
 * mail's kind; one that tells of several things lists them. People's words enter it as text only.
 */
@Component
class ThymeleafMails implements MailTemplates {

    private final String url;
    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    ThymeleafMails(@Value("${platform.url}") String url) {
        this.url = url;
        words.setBasename("mail/mail");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("mail/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
    }

    @Override
    public RenderedMail render(String kind, Language language, Map<String, Object> model) {
        Object[] values = {
            text(model, "organisation"),
            text(model, "researcher"),
            text(model, "title"),
            text(model, "inviter"),
            count(model)
        };
        String subject = word(kind + ".subject", language, values);
        String sentence = word(kind + ".text", language, values);
        String button = word(kind + ".button", language, values);
        String link = url + text(model, "link");
        String greeting = word("greeting", language, text(model, "recipient"));
        String foot = word("foot", language);
        String said = text(model, "words");
        List<Item> items = items(model, language);
        int unnamed = items.isEmpty() ? 0 : count(model) - items.size();
        String more = unnamed > 0 ? word("alert.more", language, unnamed) : "";
        Context context = new Context(
                language.locale(),
                Map.of(
                        "language", language.code(),
                        "subject", subject,
                        "greeting", greeting,
                        "sentence", sentence,
                        "words", said,
                        "items", items,
                        "more", more,
                        "button", button,
                        "link", link,
                        "foot", foot));
        return new RenderedMail(
                subject,
                greeting + "\n\n" + sentence + "\n\n" + (said.isEmpty() ? "" : quoted(said) + "\n\n")
                        + listed(items, more) + button + ": " + link + "\n\n--\n" + foot + "\n",
                engine.process("letter", context));
    }

    /** One line of a mail that tells of several things. */
    private record Item(String name, String note, String link) {}

    private List<Item> items(Map<String, Object> model, Language language) {
        if (!(model.get("items") instanceof List<?> told)) {
            return List.of();
        }
        return told.stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .map(one -> new Item(value(one, "name"), note(one, language), url + value(one, "link")))
                .toList();
    }

    private String note(Map<?, ?> item, Language language) {
        String strength = value(item, "strength");
        return Stream.of(strength.isEmpty() ? "" : word("alert.strength." + strength, language), value(item, "why"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String listed(List<Item> items, String more) {
        StringBuilder list = new StringBuilder();
        for (Item item : items) {
            list.append("- ").append(item.name()).append('\n');
            if (!item.note().isEmpty()) {
                list.append("  ").append(item.note()).append('\n');
            }
            list.append("  ").append(item.link()).append('\n');
        }
        if (!more.isEmpty()) {
            list.append(more).append('\n');
        }
        return items.isEmpty() ? "" : list.append('\n').toString();
    }

    private static int count(Map<String, Object> model) {
        return model.get("count") instanceof Integer count ? count : 1;
    }

    private static String value(Map<?, ?> item, String key) {
        return item.get(key) instanceof String value ? value : "";
    }

    private String word(String key, Language language, Object... values) {
        return words.getMessage(key, values, language.locale()).strip();
    }

    private static String quoted(String words) {
        return words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String text(Map<String, Object> model, String key) {
        Object value = model.get(key);
        return value == null ? "" : value.toString();
    }
}
