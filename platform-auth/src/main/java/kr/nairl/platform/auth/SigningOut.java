package kr.nairl.platform.auth;

import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Records that somebody signed out. They are out, recorded or not. */
@Component
class SigningOut {

    private static final Logger LOG = LoggerFactory.getLogger(SigningOut.class);

    private final AccessRecord record;

    SigningOut(AccessRecord record) {
        this.record = record;
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn who) {
            try {
                who.login()
                        .ifPresent(login -> record.session(
                                Actor.Job.DOORKEEPER,
                                AccessRecord.Step.SIGNED_OUT,
                                login.person(),
                                who.acting().map(Login.Acting::organisation).orElse(null)));
            } catch (RuntimeException unrecorded) {
                LOG.error("A sign-out could not be recorded", unrecorded);
            }
        }
    }
}
