// Saves a form marked with data-autosave while somebody types. The page works without it: each of its buttons saves.
(function () {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  const status = form && form.querySelector("[data-autosave-status]");
  if (!status || !window.fetch || !form.requestSubmit) return;
  const pause = 2500;
  const mostTries = 6;
  let tries = 0;
  let timer = null;
  let isDirty = false;
  let isOver = false;
  let sending = null;

  function tell(text, isAlert) {
    if (isAlert) status.setAttribute("role", "alert");
    else status.removeAttribute("role");
    status.textContent = text;
  }

  function fail() {
    // Stop here: another window has changed the text, the session is over, or the network stays away. The form's own
    // button tells which.
    isOver = true;
    isDirty = false;
    tell(form.dataset.failed, true);
  }

  function retry() {
    // No network, or a server that is not well: what was typed is tried again, some times.
    tries += 1;
    if (tries >= mostTries) return fail();
    isDirty = true;
    tell(form.dataset.retrying, true);
  }

  async function send(isLeaving) {
    isDirty = false;
    const body = new URLSearchParams(new FormData(form)).toString();
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
        body: body,
        redirect: "manual",
        // Lets the page go meanwhile, and takes 64 KiB at most: a longer CV is sent like that only when it has to be.
        keepalive: isLeaving || body.length < 60000,
      });
      if (answer.status >= 500 || answer.status === 429) return retry();
      if (answer.status !== 200) return fail();
      tries = 0;
      form.elements.impronta.value = await answer.text();
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      tell(form.dataset.saved + " " + time, false);
    } catch {
      retry();
    }
  }

  function save(isLeaving) {
    clearTimeout(timer);
    if (!isDirty || isOver || sending) return;
    sending = send(isLeaving).finally(function () {
      sending = null;
      if (isDirty) later();
    });
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, pause * (1 + tries), false);
  }

  function typed() {
    isDirty = true;
    later();
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") save(true);
  });
  // A button waits for the save under way, so that it does not take that for another window's.
  form.addEventListener("submit", function (event) {
    clearTimeout(timer);
    isDirty = false;
    if (!sending) {
      isOver = true;
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    sending.finally(function () {
      isOver = true;
      form.requestSubmit(button);
    });
  });
})();
