package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.combobox.ComboBox;
import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/** One researcher of those who take requests, found by name, initials, topic or organisation. Looks up nobody until opened. */
public final class ResearcherPicker extends ComboBox<ResearcherCard> {

    @Serial
    private static final long serialVersionUID = 1L;

    private @Nullable ResearcherId without;

    public ResearcherPicker(String label, ResearcherDirectory directory, CurrentActor current) {
        super(label);
        setWidthFull();
        setHelperText(getTranslation("researcher.pick.hint"));
        setItemLabelGenerator(card -> label(card, ResearchWords.language()));
        setItems(query -> directory
                .search(
                        current.actor(),
                        new ResearcherFilter(
                                query.getFilter().orElse(""), ResearcherFilter.ALL.subProjects(), null, null, true),
                        new PageRequest(query.getOffset(), Math.min(query.getLimit(), PageRequest.MAX_LIMIT)))
                .items()
                .stream()
                .filter(card -> !card.id().equals(without)));
    }

    /** Leaves one out. */
    public void leaveOut(@Nullable ResearcherId researcher) {
        without = researcher;
    }

    private static String label(ResearcherCard card, Language language) {
        String name = card.name().text(language);
        return card.headline().isEmpty() ? name : name + " · " + card.headline().text(language);
    }
}
