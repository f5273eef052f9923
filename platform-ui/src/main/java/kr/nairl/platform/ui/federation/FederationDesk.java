package kr.nairl.platform.ui.federation;

import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.federation.EmailDomains;
import kr.nairl.platform.core.federation.OwnProviders;
import org.springframework.stereotype.Component;

/** What the pages about signing in ask and tell. */
@Component
record FederationDesk(EmailDomains domains, OwnProviders providers, CurrentActor current) {}
