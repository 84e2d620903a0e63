// Saves a form marked with data-autosave while somebody types. The page works without it: each of its buttons saves.
(function () {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  const status = form && form.querySelector("[data-autosave-status]");
  if (!status || !window.fetch || !form.requestSubmit) return;
  const pause = 2500;
  let timer = null;
  let isDirty = false;
  let isOver = false;
  let sending = null;

  function fail() {
    // Stop here: another window has changed the text, or the session is over. The form's own button tells which.
    isOver = true;
    status.setAttribute("role", "alert");
    status.textContent = form.dataset.failed;
  }

  async function send() {
    isDirty = false;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
        keepalive: true,
      });
      if (answer.status !== 200) return fail();
      form.elements.impronta.value = await answer.text();
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      status.textContent = form.dataset.saved + " " + time;
    } catch {
      // No network for now: what comes next is tried again.
      isDirty = true;
    }
  }

  function save() {
    clearTimeout(timer);
    if (!isDirty || isOver || sending) return;
    sending = send().finally(function () {
      sending = null;
      if (isDirty) later();
    });
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  function typed() {
    isDirty = true;
    later();
  }

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") save();
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
