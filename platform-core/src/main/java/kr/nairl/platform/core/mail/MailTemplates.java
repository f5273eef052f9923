package kr.nairl.platform.core.mail;

import java.util.Map;
import kr.nairl.platform.core.shared.Language;

/** Puts mails into words. Implemented where the templates are; knows the address that relative links stand under. */
public interface MailTemplates {

    /**
     * Renders a mail.
     *
     * @param kind which mail, such as {@code request.sent}
     * @param model plain values by name: texts already in that language, instants, relative links
     */
    RenderedMail render(String kind, Language language, Map<String, Object> model);
}
