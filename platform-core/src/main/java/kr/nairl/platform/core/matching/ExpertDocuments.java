package kr.nairl.platform.core.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * A source of texts about researchers and research areas. Each feature that has such texts implements it, and all of them
 * together make the index. Every method runs in the caller's transaction and answers what its actor may read: the indexing
 * job everything, a person only what may be quoted to them.
 */
public interface ExpertDocuments {

    /** All texts. */
    List<ExpertDocument> all();

    /** The texts about these subjects. */
    List<ExpertDocument> about(Collection<? extends Subject.Expert> subjects);

    /** What the rows of this kind are called, by id; empty for kinds of other features, and without what may not be read. */
    Map<UUID, LocalizedText> titles(SourceReference.Kind kind, Collection<UUID> rows);
}
