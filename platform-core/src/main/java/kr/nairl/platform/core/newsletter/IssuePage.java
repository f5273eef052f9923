package kr.nairl.platform.core.newsletter;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;

/** A published issue with its published stories; only sections that have some, in reading order. */
public record IssuePage(IssueHead head, List<Part> parts) {

    public IssuePage {
        parts = List.copyOf(parts);
    }

    /** The stories of one section, in the editors' order. */
    public record Part(Section section, List<StoryCard> stories) {
        public Part {
            stories = List.copyOf(stories);
        }
    }

    /** All stories in reading order. */
    public List<StoryCard> stories() {
        return parts.stream().flatMap(part -> part.stories().stream()).toList();
    }

    /** The issue's title. */
    public LocalizedText title() {
        return head.title();
    }
}
