package kr.nairl.platform.core.federation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kr.nairl.platform.core.organisation.OrganisationDirectory.Unreachable;
import kr.nairl.platform.core.shared.LocalizedText;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A realm in memory that can be switched off. */
@Component
@Primary
class FakeProviderDirectory implements ProviderDirectory {

    private final Map<String, Boolean> open = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> domains = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    void down(boolean isDown) {
        down = isDown;
    }

    /** Can people come through it? Null when there is no such provider. */
    @org.jspecify.annotations.Nullable
    Boolean isOpen(String alias) {
        return open.get(alias);
    }

    Set<String> domainsOf(String keycloakId) {
        return domains.getOrDefault(keycloakId, Set.of());
    }

    /** Whose sessions were ended since it was asked last. */
    Set<String> ended() {
        Set<String> all = new HashSet<>(ended);
        ended.clear();
        return all;
    }

    @Override
    public Found look(ProviderForm form) {
        if (down) {
            return new Found.Faulty(Fault.REALM);
        }
        return form instanceof ProviderForm.Oidc oidc && oidc.issuer().contains("silent")
                ? new Found.Faulty(Fault.NO_ANSWER)
                : new Found.Usable("https://login.example", Map.of());
    }

    @Override
    public void ensure(String keycloakId, String alias, LocalizedText name, ProviderForm form, Found.Usable found) {
        answer();
        open.put(alias, true);
    }

    @Override
    public void open(String alias, boolean isOpen) {
        answer();
        open.put(alias, isOpen);
    }

    @Override
    public void remove(String alias) {
        answer();
        open.remove(alias);
    }

    @Override
    public void domains(String keycloakId, Set<String> all) {
        answer();
        domains.put(keycloakId, all);
    }

    @Override
    public void endSessions(String subject) {
        answer();
        ended.add(subject);
    }

    @Override
    public Entries entries(String alias, OwnProvider.Protocol protocol) {
        return new Entries("https://here.example/" + alias, "https://here.example", "https://here.example/metadata");
    }

    private void answer() {
        if (down) {
            throw new Unreachable("switched off");
        }
    }
}
