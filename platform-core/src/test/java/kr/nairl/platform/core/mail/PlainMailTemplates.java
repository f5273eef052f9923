package kr.nairl.platform.core.mail;

import java.util.Map;
import java.util.TreeMap;
import kr.nairl.platform.core.shared.Language;
import org.springframework.stereotype.Component;

/** Puts a mail's kind and model into words as they are; a model with a {@code POISON} in it cannot be rendered. */
@Component
public class PlainMailTemplates implements MailTemplates {

    @Override
    public RenderedMail render(String kind, Language language, Map<String, Object> model) {
        String words = new TreeMap<>(model).toString();
        if (words.contains("POISON")) {
            throw new IllegalStateException("cannot be rendered");
        }
        return new RenderedMail(
                kind + " " + model.getOrDefault("title", ""),
                language.code() + " " + words,
                "<p lang=\"" + language.code() + "\">" + words + "</p>");
    }
}
