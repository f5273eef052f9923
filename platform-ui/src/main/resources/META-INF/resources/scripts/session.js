/*
 * Leaves a page whose session has ended: signed out in another tab or from elsewhere, too old, or unknown to a server that
 * was started anew. The server closes the push connection then; whether the session is gone too is what the page's own
 * heartbeat is answered with. For kr.nairl.platform.ui.shell.PageStart.
 */
window.platformSession ??= {
  watch(page) {
    const AGAIN_MILLIS = 5000;
    /* Signing out ends our session first and the identity provider's then; who asks in between is signed in again. */
    const MOMENT_MILLIS = 3000;
    let asking = false;

    const ask = async () => {
      if (asking) return;
      asking = true;
      try {
        const answer = await fetch(`?v-r=heartbeat&v-uiId=${page}`, { method: 'POST', redirect: 'manual' });
        /* asked to sign in, or the page is not known; whatever else goes wrong says nothing of the session */
        if (answer.type === 'opaqueredirect' || [401, 403, 404, 410].includes(answer.status)) window.location.reload();
      } catch {
        setTimeout(ask, AGAIN_MILLIS);
      } finally {
        asking = false;
      }
    };

    /* the push script comes a moment after this one */
    const listen = () => {
      if (window.vaadinPush?.atmosphere) {
        window.vaadinPush.atmosphere.addCallback((what) => {
          if (what.state === 'closed') setTimeout(ask, MOMENT_MILLIS);
        });
      } else {
        setTimeout(listen, 100);
      }
    };
    listen();
  },
};
