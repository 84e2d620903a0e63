// Brings the progress of an export up to date while it is under way; the page works without it, by its link.
(() => {
  const seconds = () => Number(document.querySelector("#avanzamento")?.dataset.refresh || 0);
  const renew = async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      if (answer.ok && !answer.redirected) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const [now, next] = [document.querySelector("#avanzamento"), page.querySelector("#avanzamento")];
        if (now && next) now.replaceWith(next);
      }
    } catch {
      // The network is away: the next try is due anyway.
    }
    if (seconds() > 0) setTimeout(renew, 1000 * seconds());
  };
  if (seconds() > 0) setTimeout(renew, 1000 * seconds());
})();
