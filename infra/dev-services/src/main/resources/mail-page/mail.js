// Tells when a newer mail has come: the bare list shows it at once, a page that someone reads offers a link.
const known = document.body.dataset.newest;
setInterval(async () => {
  try {
    const { id } = await (await fetch('/api/newest')).json();
    if (id === known) return;
    if (location.pathname === '/' && !new URLSearchParams(location.search).get('q')) location.reload();
    else document.getElementById('new').hidden = false;
  } catch {
    // The mail server is down; the next try will tell.
  }
}, 2000);
