package kr.nairl.platform.core.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Remembers what was mailed to each applicant. */
@Component
@Primary
class RecordedApplicantMails implements ApplicantMails {

    private final Map<EmailAddress, List<String>> tokens = new ConcurrentHashMap<>();
    private final Map<EmailAddress, DeclineReason> declines = new ConcurrentHashMap<>();

    @Override
    public void queueConfirmation(Actor actor, ApplicationSheet sheet, String token) {
        tokens(sheet.contact()).add(token);
    }

    @Override
    public void queueQuestion(Actor actor, ApplicationSheet sheet, String question, String token) {
        tokens(sheet.contact()).add(token);
    }

    @Override
    public void queueDecline(Actor actor, ApplicationSheet sheet, DeclineReason reason, @Nullable String words) {
        declines.put(sheet.contact(), reason);
    }

    /** The secrets of all links to this address, the newest last. */
    List<String> tokensFor(EmailAddress email) {
        return new ArrayList<>(tokens(email));
    }

    @Nullable
    DeclineReason declineFor(EmailAddress email) {
        return declines.get(email);
    }

    private List<String> tokens(EmailAddress email) {
        return tokens.computeIfAbsent(email, fresh -> new CopyOnWriteArrayList<>());
    }
}
