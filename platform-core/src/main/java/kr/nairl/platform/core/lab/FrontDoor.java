package kr.nairl.platform.core.lab;

import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** What the lab shows to whoever comes by, without signing in. */
@Component
public class FrontDoor {

    private final LabFronts fronts;
    private final Transactions transactions;

    FrontDoor(LabFronts fronts, Transactions transactions) {
        this.fronts = fronts;
        this.transactions = transactions;
    }

    /** The lab's own words; empty until it is set up. */
    public Optional<LabFront> lab(Actor actor) {
        return transactions.read(actor, fronts::lab);
    }

    /** Sub-projects and partners, in one statement. */
    public Lobby lobby(Actor actor) {
        return transactions.read(actor, fronts::lobby);
    }
}
