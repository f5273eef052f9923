package kr.nairl.platform.core.notification;

import java.util.HashMap;
import java.util.Map;
import kr.nairl.platform.core.admission.ApplicantMails;
import kr.nairl.platform.core.admission.ApplicationSheet;
import kr.nairl.platform.core.admission.DeclineReason;
import kr.nairl.platform.core.mail.Outbox;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts mails to applicants into the outbox, in the transaction that has something to tell them. */
@Component
@ForEveryone
class ApplicantLetters implements ApplicantMails {

    /** Where the public pages keep applications, after the language. */
    private static final String PLACE = "/become-a-partner";

    private final Outbox outbox;

    ApplicantLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void queueConfirmation(Actor actor, ApplicationSheet sheet, String token) {
        queue(actor, sheet, "application.confirm", PLACE + "/" + token, null);
    }

    @Override
    public void queueQuestion(Actor actor, ApplicationSheet sheet, String question, String token) {
        queue(actor, sheet, "application.question", PLACE + "/" + token, question);
    }

    @Override
    public void queueDecline(Actor actor, ApplicationSheet sheet, DeclineReason reason, @Nullable String words) {
        queue(actor, sheet, "application.declined." + reason.name(), "/partners", words);
    }

    private void queue(Actor actor, ApplicationSheet sheet, String kind, String place, @Nullable String words) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "recipient", sheet.contactName(),
                "organisation", sheet.name().text(sheet.language()),
                "link", "/" + sheet.language().code() + place));
        if (words != null) {
            model.put("words", words);
        }
        outbox.queueRendered(actor, sheet.contact(), sheet.language(), kind, model);
    }
}
