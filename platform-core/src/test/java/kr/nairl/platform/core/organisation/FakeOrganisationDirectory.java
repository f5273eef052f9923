package kr.nairl.platform.core.organisation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** An identity provider in memory that can be switched off and can refuse single people. */
@Component
@Primary
public class FakeOrganisationDirectory implements OrganisationDirectory {

    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
    private final Set<String> strong = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    @Override
    public String ensureOrganisation(
            OrganisationId id, LocalizedText name, String alias, @Nullable String emailDomain) {
        answer(alias);
        members.putIfAbsent("kc-" + id, ConcurrentHashMap.newKeySet());
        return "kc-" + id;
    }

    @Override
    public void ensureMember(String keycloakId, String subject) {
        answer(subject);
        membersOf(keycloakId).add(subject);
    }

    @Override
    public void removeMember(String keycloakId, String subject) {
        answer(subject);
        membersOf(keycloakId).remove(subject);
    }

    @Override
    public Set<String> needingSecondFactor() {
        answer("");
        return Set.copyOf(strong);
    }

    @Override
    public void needSecondFactor(String subject, boolean needed) {
        answer(subject);
        if (needed) {
            strong.add(subject);
        } else {
            strong.remove(subject);
        }
    }

    @Override
    public void deleteAccount(String subject) {
        answer(subject);
        deleted.add(subject);
    }

    /** Whose accounts were deleted. */
    public Set<String> deleted() {
        return Set.copyOf(deleted);
    }

    /** From now on nobody answers, or everybody again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** This subject or alias is never taken. */
    public void refuse(String subjectOrAlias) {
        refused.add(subjectOrAlias);
    }

    /** The subjects counted among the organisation's. */
    public Set<String> membersOf(String keycloakId) {
        return members.computeIfAbsent(keycloakId, id -> ConcurrentHashMap.newKeySet());
    }

    private void answer(String subjectOrAlias) {
        if (down || refused.contains(subjectOrAlias)) {
            throw new Unreachable("switched off");
        }
    }
}
