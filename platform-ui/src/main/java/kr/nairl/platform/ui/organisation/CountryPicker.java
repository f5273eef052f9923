package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.combobox.ComboBox;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A country, chosen by its name in the reader's language. The value is its ISO 3166-1 alpha-2 code. */
final class CountryPicker {

    private CountryPicker() {}

    static ComboBox<String> create(String label, Locale reader) {
        List<String> codes = Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(
                        code -> OrganisationWords.country(code, reader), Collator.getInstance(reader)))
                .toList();
        ComboBox<String> picker = new ComboBox<>(label);
        picker.setItems(codes);
        picker.setItemLabelGenerator(code -> OrganisationWords.country(code, reader));
        return picker;
    }
}
