package kr.nairl.platform.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import kr.nairl.platform.ui.component.Postposition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The interface's words, from {@code messages_ko.properties} and {@code messages_en.properties}. Vaadin's own provider
 * reads another folder and knows no Korean particles.
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
    private static final String BUNDLE = "messages";

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        Locale language = nearest(locale);
        String text;
        try {
            text = bundle(language).getString(key);
        } catch (MissingResourceException absent) {
            LOG.error("No text for {} in {}", key, language);
            return key;
        }
        String filled =
                parameters.length == 0 ? text : new MessageFormat(text.replace("'", "''"), language).format(parameters);
        return Locale.KOREAN.equals(language) ? Postposition.resolve(filled) : filled;
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        ResourceBundle bundle = bundle(nearest(locale));
        Map<String, String> all = new TreeMap<>();
        bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        return all;
    }

    /** The provided language for a reader's locale: English for English readers, Korean for all others. */
    public static Locale nearest(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.KOREAN;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
