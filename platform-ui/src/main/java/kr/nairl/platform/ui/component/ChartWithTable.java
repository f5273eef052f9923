package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/**
 * A chart with its numbers beside it. ECharts draws on a canvas that assistive technology skips; the same numbers are
 * in a table that anyone can unfold. Colours come from the tokens and change with the theme. The library is loaded with
 * the first chart of a page.
 */
public final class ChartWithTable extends Div {
    private static final String LIBRARY = "context://webjars/echarts/5.5.0/echarts.common.min.js";
    private static final String GLUE = "context://scripts/chart.js";

    private final ChartData data;
    private final Div canvas = new Div();

    /** @param caption what the chart shows, one sentence; becomes the table's caption */
    public ChartWithTable(String caption, ChartData data) {
        this.data = data;
        addClassName("chart-with-table");
        canvas.addClassName("canvas");
        canvas.getElement().setAttribute("aria-hidden", "true");
        NativeDetails numbers = new NativeDetails(getTranslation("component.chart.table"), table(caption, data));
        numbers.addClassName("numbers");
        add(canvas, numbers);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        attach.getUI().getPage().addJavaScript(LIBRARY);
        attach.getUI().getPage().addJavaScript(GLUE);
        canvas.getElement().executeJs("window.platformChart.draw(this, $0)", data);
    }

    private static NativeTable table(String caption, ChartData data) {
        NativeTableRow heads = new NativeTableRow(head(data.axis(), "col"));
        data.series().forEach(series -> heads.add(head(series.name(), "col")));
        NativeTable table = new NativeTable();
        table.setCaptionText(caption);
        table.getHead().add(heads);
        NativeTableBody body = table.addBody();
        Formats formats = Formats.here();
        for (int i = 0; i < data.categories().size(); i++) {
            NativeTableRow row = new NativeTableRow(head(data.categories().get(i), "row"));
            for (ChartData.Series series : data.series()) {
                row.add(new NativeTableCell(formats.number(series.values().get(i), 2)));
            }
            body.add(row);
        }
        return table;
    }

    private static NativeTableHeaderCell head(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
