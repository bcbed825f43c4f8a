/* The chosen theme, before anything is painted. */
(function () {
  "use strict";
  try {
    const chosen = localStorage.getItem("meanwhile-theme");
    if (chosen === "dark" || chosen === "light") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (refused) {
    // A browser may refuse storage to files; then the system's theme counts.
  }
})();
