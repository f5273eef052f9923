package kr.nairl.platform.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import java.util.Collection;
import kr.nairl.platform.api.ApiCanaryService;

/** A public route that names no audience, fills a grid eagerly and knows the API. */
@Route(value = "canary", registerAtStartup = false)
public class ViewCanary extends Div {

    private static final long serialVersionUID = 1L;

    ViewCanary(Collection<ApiCanaryService> rows) {
        new Grid<ApiCanaryService>().setItems(rows);
    }
}
