package kr.nairl.platform.api.research;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import org.springframework.stereotype.Component;

/** Sub-projects, which the API names by their numbers. */
@Component
public class SubProjectNumbers {

    private final SubProjects subProjects;

    SubProjectNumbers(SubProjects subProjects) {
        this.subProjects = subProjects;
    }

    /** @throws NotFoundException when no sub-project has this number */
    public SubProjectId id(Actor actor, int number) {
        SubProjectId id = byNumber(actor).get(number);
        if (id == null) {
            throw new NotFoundException("sub-project " + number);
        }
        return id;
    }

    /** @throws InvalidInputException on field {@code subProjects}, code {@code unknown}, when one has no such number */
    public Set<SubProjectId> ids(Actor actor, Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        Map<Integer, SubProjectId> known = byNumber(actor);
        return numbers.stream()
                .map(number -> {
                    SubProjectId id = known.get(number);
                    if (id == null) {
                        throw new InvalidInputException("subProjects", "unknown", number);
                    }
                    return id;
                })
                .collect(Collectors.toSet());
    }

    private Map<Integer, SubProjectId> byNumber(Actor actor) {
        return subProjects.all(actor).stream()
                .collect(Collectors.toMap(
                        card -> card.name().number(), card -> card.name().id()));
    }
}
