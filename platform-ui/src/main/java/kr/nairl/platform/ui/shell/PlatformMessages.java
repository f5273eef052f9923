package kr.nairl.platform.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import kr.nairl.platform.ui.component.Postposition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The interface's words in Korean and English: those of all pages in {@code messages_<language>.properties}, those of
 * one part of the product in {@code messages/<part>_<language>.properties}. Vaadin's own provider reads another folder
 * and knows no Korean particles.
 *
 * <p>A text with parameters is a {@link MessageFormat}, in which an apostrophe is just an apostrophe; English plurals
 * use {@code {0,choice,…}}. A Korean text may hold particles in both forms, such as {@code {0}[은/는]}, which take the
 * form that fits. The texts are the platform's own and never markup; parameters are shown as text.
 */
@Component
public class PlatformMessages implements I18NProvider {
    /** Korean first: it is what a reader gets who asked for neither. */
    public static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    private static final Logger LOG = LoggerFactory.getLogger(PlatformMessages.class);
    private static final List<String> BUNDLES = List.of(
            "messages",
            "messages/account",
            "messages/admission",
            "messages/alert",
            "messages/audit",
            "messages/privacy",
            "messages/roster",
            "messages/editor",
            "messages/federation",
            "messages/glossary",
            "messages/home",
            "messages/interest",
            "messages/lab",
            "messages/ladder",
            "messages/match",
            "messages/organisation",
            "messages/people",
            "messages/request",
            "messages/research",
            "messages/update");

    private final Map<String, String> korean = read(Locale.KOREAN);
    private final Map<String, String> english = read(Locale.ENGLISH);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        Locale language = nearest(locale);
        String text = words(language).get(key);
        if (text == null) {
            LOG.error("No text for {} in {}", key, language);
            return key;
        }
        String filled =
                parameters.length == 0 ? text : new MessageFormat(text.replace("'", "''"), language).format(parameters);
        return Locale.KOREAN.equals(language) ? Postposition.resolve(filled) : filled;
    }

    /** Is there a text for this key? Both languages have the same. */
    public boolean has(String key) {
        return korean.containsKey(key);
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        return new TreeMap<>(words(nearest(locale)));
    }

    /** The provided language for a reader's locale: English for English readers, Korean for all others. */
    public static Locale nearest(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.KOREAN;
    }

    private Map<String, String> words(Locale language) {
        return Locale.KOREAN.equals(language) ? korean : english;
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> all = new TreeMap<>();
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(name, language, control);
            bundle.keySet().forEach(key -> {
                if (all.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("Two texts for " + key + ", one of them in " + name);
                }
            });
        }
        return Map.copyOf(all);
    }
}
