package kr.nairl.platform.core.organisation;

import com.vaadin.flow.component.html.Div;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;

/** Knows Vaadin and jOOQ, injects into a field, keeps a mutable static and reads the clock. */
class WebCanary {

    static Div latest = new Div();

    @Autowired
    private DSLContext sql;

    Object now() {
        return sql == null ? java.time.Instant.now() : latest;
    }
}
