package kr.nairl.platform.ui.people;

import java.time.Clock;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.shared.Changes;
import org.springframework.stereotype.Component;

/** What the pages about people ask and tell. */
@Component
record PeopleDesk(Members members, Invitations invitations, CurrentActor current, Changes changes, Clock clock) {}
