package kr.nairl.platform.ui.ledger;

import java.util.Locale;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.shell.PlatformMessages;

/** Openings in the reader's words, the same on the page and in the file. */
final class LedgerWords {

    private final PlatformMessages messages;
    private final Locale locale;
    private final Language language;

    LedgerWords(PlatformMessages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.language = Language.of(locale);
    }

    String what(Opening opening) {
        String title = opening.title().text(language);
        return title.isEmpty() ? say("ledger.kind." + opening.kind()) : say("ledger.interest", title);
    }

    String who(Opening opening) {
        String name = opening.personName().text(language);
        return name.isEmpty() ? say("ledger.who.hidden") : name;
    }

    String reader(Opening opening) {
        return opening.readerName().text(language);
    }

    String owner(Opening opening) {
        return opening.ownerName().text(language);
    }

    String audience(Opening opening) {
        return say("ladder." + opening.audience());
    }

    String column(String name) {
        return say("ledger.column." + name);
    }

    private String say(String key, Object... parameters) {
        return messages.getTranslation(key, locale, parameters);
    }
}
