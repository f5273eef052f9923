package kr.nairl.platform.ui.mail;

import java.util.Map;
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
 * mail's kind. People's words enter it as text only.
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
            text(model, "organisation"), text(model, "researcher"), text(model, "title"), text(model, "inviter")
        };
        String subject = word(kind + ".subject", language, values);
        String sentence = word(kind + ".text", language, values);
        String button = word(kind + ".button", language, values);
        String link = url + text(model, "link");
        String greeting = word("greeting", language, text(model, "recipient"));
        String foot = word("foot", language);
        String said = text(model, "words");
        Context context = new Context(
                language.locale(),
                Map.of(
                        "language", language.code(),
                        "subject", subject,
                        "greeting", greeting,
                        "sentence", sentence,
                        "words", said,
                        "button", button,
                        "link", link,
                        "foot", foot));
        return new RenderedMail(
                subject,
                greeting + "\n\n" + sentence + "\n\n" + (said.isEmpty() ? "" : quoted(said) + "\n\n") + button + ": "
                        + link + "\n\n--\n" + foot + "\n",
                engine.process("letter", context));
    }

    private String word(String key, Language language, Object... values) {
        return words.getMessage(key, values, language.locale()).strip();
    }

    private static String quoted(String words) {
        return words.lines().map(line -> "> " + line).collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String text(Map<String, Object> model, String key) {
        Object value = model.get(key);
        return value == null ? "" : value.toString();
    }
}
