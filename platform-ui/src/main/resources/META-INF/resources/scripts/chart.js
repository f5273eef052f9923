/*
 * Draws the charts of kr.nairl.platform.ui.component.ChartWithTable with ECharts, in the colours of tokens.css.
 * A chart is drawn again when the theme, the system's colour scheme or its own size changes, and let go when its
 * element has left the page.
 */
(() => {
  if (window.platformChart) return;
  const charts = new Map();
  const palette = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'];
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  /* A custom property holding light-dark() is only resolved where it is used as a colour. */
  const colour = (name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    probe.hidden = true;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return plain(value);
  };
  /* ECharts reads rgb() only; oklch() comes out of a lab's own brand colour. */
  const plain = (value) => {
    if (value.startsWith('rgb')) return value;
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    pen.fillStyle = value;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${a / 255})`;
  };

  /* The few names of bars all stand there, in lines as wide as their bar has room; of many, those that fit. */
  const FEW = 8;
  const names = (data, width) =>
    data.kind === 'LINES' || data.categories.length > FEW
      ? { hideOverlap: true }
      : {
          interval: 0,
          width: Math.max(24, (width - 40) / data.categories.length - 6),
          overflow: 'break',
          fontSize: width < 480 ? 10.5 : 12,
          lineHeight: 14,
        };

  const options = (data, width) => {
    const ink = colour('--ink-2');
    const faint = colour('--ink-3');
    const line = colour('--line');
    const font = getComputedStyle(document.body).fontFamily;
    let next = 0;
    const series = data.series.map((one) => {
      const css = one.tone.css;
      const name = css === 'neutral' ? palette[next++ % palette.length] : `--${css}`;
      const shared = { name: one.name, data: one.values, color: colour(name), emphasis: { focus: 'series' } };
      return data.kind === 'LINES'
        ? { ...shared, type: 'line', smooth: false, symbol: 'circle', symbolSize: 7, lineStyle: { width: 2.5 } }
        : {
            ...shared,
            type: 'bar',
            stack: data.kind === 'STACKED_BARS' ? 'all' : undefined,
            barMaxWidth: 34,
            itemStyle: { borderRadius: data.kind === 'STACKED_BARS' ? 0 : [4, 4, 0, 0] },
          };
    });
    return {
      animation: !still.matches,
      animationDuration: 250,
      textStyle: { fontFamily: font, color: ink },
      grid: { left: 4, right: 8, top: series.length > 1 ? 40 : 14, bottom: 4, containLabel: true },
      legend: {
        show: series.length > 1,
        top: 0,
        left: 0,
        icon: 'roundRect',
        itemWidth: 10,
        itemHeight: 10,
        textStyle: { color: ink, fontFamily: font, fontSize: 13 },
      },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: data.kind === 'LINES' ? 'line' : 'shadow', shadowStyle: { color: line, opacity: 0.4 } },
        backgroundColor: colour('--raised'),
        borderColor: line,
        textStyle: { color: colour('--ink'), fontFamily: font, fontSize: 13 },
        renderMode: 'html',
        confine: true,
      },
      xAxis: {
        type: 'category',
        data: data.categories,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: line } },
        axisLabel: { color: faint, fontFamily: font, fontSize: 12, ...names(data, width) },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitLine: { lineStyle: { color: line } },
        axisLabel: { color: faint, fontFamily: font, fontSize: 12 },
      },
      series,
    };
  };

  const sizes = new ResizeObserver((entries) => {
    entries.forEach(({ target }) => {
      if (!target.isConnected) forget(target);
      else fit(target);
    });
  });
  const fit = (element) => {
    const one = charts.get(element);
    if (!one) return;
    one.chart.resize();
    one.chart.setOption({ xAxis: { axisLabel: names(one.data, element.clientWidth) } });
  };
  const forget = (element) => {
    sizes.unobserve(element);
    charts.get(element)?.chart.dispose();
    charts.delete(element);
  };
  const redraw = () =>
    charts.forEach(({ chart, data }, element) =>
      element.isConnected ? chart.setOption(options(data, element.clientWidth), true) : forget(element),
    );
  new MutationObserver(redraw).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'style'],
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  matchMedia('print').addEventListener('change', () => {
    redraw();
    charts.forEach((one, element) => fit(element));
  });

  window.platformChart = {
    draw(element, data) {
      forget(element);
      const chart = window.echarts.init(element, null, { renderer: 'canvas' });
      charts.set(element, { chart, data });
      chart.setOption(options(data, element.clientWidth));
      sizes.observe(element);
    },
  };
})();
