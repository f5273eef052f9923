/*
 * Keeps written work from being closed away, for kr.nairl.platform.ui.component.UnsavedWork: the browser asks before it
 * leaves a page on which something waits to be kept. A key press counts at once, before the server has heard of it.
 */
(() => {
  if (window.platformUnsaved) return;
  /* Fields tell the server a while after the last key press; what it says meanwhile is about an earlier text. */
  const GRACE_MILLIS = 1500;
  const watched = new WeakSet();
  const waiting = new Map();

  const wait = (place) => {
    const one = waiting.get(place) ?? {};
    clearTimeout(one.end);
    waiting.set(place, one);
    return one;
  };
  const written = (place) => {
    wait(place).lastKey = Date.now();
  };
  const kept = (place) => {
    const one = waiting.get(place);
    if (!one) return;
    clearTimeout(one.end);
    const left = (one.lastKey ?? 0) + GRACE_MILLIS - Date.now();
    if (left <= 0) {
      waiting.delete(place);
    } else {
      one.end = setTimeout(() => waiting.delete(place), left);
    }
  };
  const forget = (place) => {
    clearTimeout(waiting.get(place)?.end);
    waiting.delete(place);
  };

  addEventListener('beforeunload', (leaving) => {
    for (const place of waiting.keys()) {
      if (!place.isConnected) waiting.delete(place);
    }
    if (waiting.size > 0) leaving.preventDefault();
  });

  window.platformUnsaved = {
    watch(place) {
      if (watched.has(place)) return;
      watched.add(place);
      place.addEventListener('input', () => written(place));
    },
    waits: wait,
    kept,
    forget,
  };
})();
