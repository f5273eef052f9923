package kr.nairl.platform.core.privacy;

import java.util.List;
import java.util.Map;

/**
 * All that is stored about a person.
 *
 * @param sections in a fixed order, empty ones among them
 * @param json the same for machines
 */
public record PersonalData(List<Section> sections, String json) {

    public PersonalData {
        sections = List.copyOf(sections);
    }

    /**
     * What is stored of one kind.
     *
     * @param name stable, such as {@code memberships}
     * @param entries each by stable field names; fields without a value are left out
     */
    public record Section(String name, List<Map<String, String>> entries) {

        public Section {
            entries = List.copyOf(entries);
        }
    }
}
