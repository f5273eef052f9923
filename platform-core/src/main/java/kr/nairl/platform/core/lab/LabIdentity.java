package kr.nairl.platform.core.lab;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/** The lab's name, words and colour: read by everybody, changed by its managers, first written at setup. */
@Component
public class LabIdentity {

    /** The most points that the offer holds. */
    public static final int MAX_OFFER = 12;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    /** The one lab's entry in the audit trail. */
    private static final UUID SUBJECT = new UUID(0, 0);

    private final Transactions transactions;
    private final Labs labs;
    private final AuditTrail audit;

    LabIdentity(Transactions transactions, Labs labs, AuditTrail audit) {
        this.transactions = transactions;
        this.labs = labs;
        this.audit = audit;
    }

    /** The lab; empty before it was set up. */
    @ForEveryone
    public Optional<Lab> current() {
        return transactions.read(Actor.VISITOR, labs::find);
    }

    /**
     * Replaces everything; the setup job may also write it for the first time.
     *
     * @param lab with the version that the editor saw
     * @return the new version
     * @throws ForbiddenException for all but lab managers and the setup job
     * @throws InvalidInputException naming every bad field
     * @throws StaleException when somebody else changed it meanwhile
     */
    public int edit(Actor actor, Lab lab) {
        if (!actor.equals(Actor.Job.SETUP)) {
            actor.require(Role.LAB_MANAGER);
        }
        validate(lab);
        return transactions.write(actor, () -> {
            if (actor.equals(Actor.Job.SETUP) && labs.find().isEmpty()) {
                labs.add(lab);
                return 0;
            }
            if (!labs.change(lab)) {
                throw new StaleException("lab identity");
            }
            audit.record(actor, "lab.edited", "lab", SUBJECT, Map.of());
            return lab.version() + 1;
        });
    }

    private static void validate(Lab lab) {
        Violations violations = new Violations()
                .required(40, "acronym", lab.acronym())
                .required(120, "name", lab.name())
                .atMost(300, "address", lab.address())
                .atMost(100, "director", lab.director())
                .atMost(200, "headline", lab.headline())
                .atMost(1000, "lead", lab.lead())
                .atMost(300, "banner", lab.banner())
                .check(COLOUR.matcher(lab.brandColour()).matches(), "brandColour", "colour")
                .check(lab.offer().size() <= MAX_OFFER, "offer", "too-many", MAX_OFFER);
        for (int i = 0; i < lab.offer().size(); i++) {
            Lab.OfferPoint point = lab.offer().get(i);
            violations
                    .required(120, "offer[" + i + "].title", point.title())
                    .atMost(600, "offer[" + i + "].text", point.text());
        }
        violations.refuse();
    }
}
