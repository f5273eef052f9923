package kr.nairl.platform.ui.research;

import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Bilingual;

/** Bilingual texts between the domain and form fields. */
final class Bilinguals {

    private Bilinguals() {}

    static Bilingual of(LocalizedText text) {
        return new Bilingual(text.ko() == null ? "" : text.ko(), text.en() == null ? "" : text.en());
    }

    static LocalizedText text(Bilingual typed) {
        return LocalizedText.of(typed.ko(), typed.en());
    }
}
