/* Theme, search and filter, timelines. Everything here adds to pages that can be read without it. */
(function () {
  "use strict";
  const body = document.body;
  const root = body.dataset.root;
  const single = body.dataset.single === "yes";
  const MOST = 200;
  const VERDICTS = ["holds", "contradicted", "undecided", "not offered", "not specified", "not played"];

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  /* ---- theme ---- */
  function theme() {
    const button = document.getElementById("theme");
    const dark = () =>
      document.documentElement.dataset.theme
        ? document.documentElement.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
    const show = () => {
      button.textContent = dark() ? "Light" : "Dark";
      button.setAttribute("aria-label", "Use the " + (dark() ? "light" : "dark") + " theme");
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      const chosen = dark() ? "light" : "dark";
      document.documentElement.dataset.theme = chosen;
      try {
        localStorage.setItem("meanwhile-theme", chosen);
      } catch (refused) {
        // Then it counts for this page alone.
      }
      show();
    });
    show();
  }

  /* ---- the state of search and filter, kept in the address ---- */
  function state() {
    const hash = location.hash.slice(1);
    const words = new URLSearchParams(hash.includes("=") ? hash : "");
    return { q: words.get("q") || "", verdict: words.get("verdict") || "", tag: words.get("tag") || "" };
  }

  function address(wanted) {
    const words = new URLSearchParams();
    for (const key of ["q", "verdict", "tag"]) {
      if (wanted[key]) {
        words.set(key, wanted[key]);
      }
    }
    return words.toString();
  }

  let loading = null;
  function index() {
    if (window.meanwhileIndex) {
      return Promise.resolve(window.meanwhileIndex);
    }
    loading =
      loading ||
      new Promise((done, failed) => {
        const script = element("script", { src: root + "search-index.js" });
        script.addEventListener("load", () => done(window.meanwhileIndex));
        script.addEventListener("error", () => failed(new Error("search-index.js is missing beside this page")));
        document.head.append(script);
      });
    return loading;
  }

  function matches(entry, wanted, words) {
    if (wanted.verdict && entry.v !== wanted.verdict) {
      return false;
    }
    if (wanted.tag && !entry.g.includes(wanted.tag)) {
      return false;
    }
    if (!entry.find) {
      entry.find = [entry.t, entry.s, entry.x, entry.g.join(" ")].join(" ").toLowerCase();
    }
    return words.every((word) => entry.find.includes(word));
  }

  function verdict(word) {
    return element("span", { class: "verdict " + word.replace(" ", "-") },
      element("span", { class: "mark", "aria-hidden": "true" }), word);
  }

  function choice(label, id, options, chosen) {
    const select = element("select", { id: id });
    for (const option of options) {
      const made = element("option", { value: option }, option || "any");
      made.selected = option === chosen;
      select.append(made);
    }
    return element("label", { for: id }, label + " ", select);
  }

  function found(entries, wanted) {
    const place = document.getElementById("found") || document.getElementById("index-found");
    const board = document.getElementById("board") || document.getElementById("index-board");
    const asked = Boolean(wanted.q || wanted.verdict || wanted.tag);
    place.hidden = !asked;
    board.hidden = asked;
    place.replaceChildren();
    if (!asked) {
      return;
    }
    const words = wanted.q.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = entries.filter((entry) => matches(entry, wanted, words));
    const tags = [...new Set(entries.flatMap((entry) => entry.g))].sort();
    const filters = element("div", { class: "filters" },
      choice("Verdict", "verdict", ["", ...VERDICTS], wanted.verdict),
      choice("Tag", "tag", ["", ...tags], wanted.tag),
      element("a", { href: "#q=", class: "clear" }, "Show everything"));
    filters.addEventListener("change", (event) => {
      const next = state();
      next[event.target.id] = event.target.value;
      location.hash = address(next) || "q=";
    });
    const list = element("ul", { class: "hits" });
    for (const entry of hits.slice(0, MOST)) {
      const line = element("li", {},
        element("a", { href: entry.u }, entry.t),
        element("span", { class: "soft" }, entry.k + " · " + entry.s));
      if (entry.v) {
        line.append(verdict(entry.v));
      }
      list.append(line);
    }
    place.append(
      element("h2", {}, hits.length === 1 ? "1 found" : hits.length + " found"), filters, list);
    if (hits.length > MOST) {
      place.append(element("p", { class: "soft" }, "The first " + MOST + " are shown; narrow it down."));
    }
  }

  function search() {
    const form = document.querySelector("form.search");
    const input = document.getElementById("q");
    const front = body.dataset.page === "index.html";
    form.hidden = false;
    const follow = () => {
      const wanted = state();
      if (document.activeElement !== input) {
        input.value = wanted.q;
      }
      if (!front) {
        return;
      }
      if (wanted.q || wanted.verdict || wanted.tag) {
        index().then((entries) => found(entries, state()));
      } else {
        found([], wanted);
      }
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (front) {
        location.hash = address(Object.assign(state(), { q: input.value })) || "q=";
      } else {
        location.href = root + "index.html#" + address({ q: input.value });
      }
    });
    if (front) {
      input.addEventListener("input", () => form.requestSubmit());
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !/^(input|select|textarea)$/i.test(event.target.tagName)) {
        event.preventDefault();
        input.focus();
      }
    });
    addEventListener("hashchange", follow);
    follow();
  }

  /* ---- history: the runs of one target, kept in the address ---- */
  function targets() {
    const tables = [...document.querySelectorAll("section[data-target]")];
    const names = tables.map((table) => table.dataset.target);
    const follow = () => {
      const wanted = new URLSearchParams(location.hash.slice(1)).get("target") || "";
      tables.forEach((table) => (table.hidden = wanted !== "" && table.dataset.target !== wanted));
      const filters = element("div", { class: "filters" }, choice("Target", "target", ["", ...names], wanted));
      filters.addEventListener("change", (event) => {
        location.hash = new URLSearchParams({ target: event.target.value }).toString();
      });
      document.querySelectorAll(".filters").forEach((old) => old.remove());
      tables[0].before(filters);
    };
    addEventListener("hashchange", follow);
    follow();
  }

  /* ---- one document: show one article at a time ---- */
  function articles() {
    const pages = [...document.querySelectorAll("article.page")];
    const follow = () => {
      const hash = decodeURIComponent(location.hash.slice(1));
      const place = hash && !hash.includes("=") ? document.getElementById(hash) : null;
      const shown = (place && place.closest("article.page")) || pages[0];
      pages.forEach((page) => (page.hidden = page !== shown));
      document.title = shown.dataset.title;
      if (place && place !== shown) {
        place.scrollIntoView();
      } else {
        scrollTo(0, 0);
      }
    };
    addEventListener("hashchange", follow);
    follow();
  }

  /* ---- timelines: zoom, and a look at each call ---- */
  const LEFT = 170;

  function timeline(box) {
    const plot = box.querySelector("svg.plot");
    const width = plot.viewBox.baseVal.width;
    const read = (one, ...names) => names.map((name) => parseFloat(one.getAttribute(name)));
    const bars = [...plot.querySelectorAll("g.call")].map((g) => {
      const rects = [...g.querySelectorAll("rect")].map((rect) => [rect, ...read(rect, "x", "width")]);
      return { g, rects, x: rects[0][1], y: read(rects[0][0], "y")[0] };
    });
    const ticks = [...plot.querySelectorAll("g.mark")].map((g) => [g, read(g.querySelector("line"), "x1")[0]]);
    let zoom = 1;
    let from = 0;

    function draw() {
      from = Math.max(0, Math.min(from, width - width / zoom));
      const at = (x) => LEFT + (x - LEFT - from) * zoom;
      for (const bar of bars) {
        for (const [rect, x, wide] of bar.rects) {
          rect.setAttribute("x", at(x));
          rect.setAttribute("width", wide * zoom);
        }
      }
      for (const [g, x] of ticks) {
        g.querySelector("line").setAttribute("x1", at(x));
        g.querySelector("line").setAttribute("x2", at(x));
        g.querySelector("text").setAttribute("x", at(x));
      }
      box.dataset.zoom = zoom;
    }

    function zoomBy(factor, share) {
      const middle = from + (width / zoom) * share;
      zoom = Math.max(1, Math.min(200, zoom * factor));
      from = middle - (width / zoom) * share;
      draw();
    }

    const detail = element("p", { class: "detail", "aria-live": "polite" }, "Point at a call, or move through them with the arrow keys.");
    const tools = element("div", { class: "tools" });
    for (const [words, act] of [
      ["Zoom in", () => zoomBy(2, 0.5)],
      ["Zoom out", () => zoomBy(0.5, 0.5)],
      ["Earlier", () => { from -= width / zoom / 4; draw(); }],
      ["Later", () => { from += width / zoom / 4; draw(); }],
      ["All", () => { zoom = 1; draw(); }],
    ]) {
      const button = element("button", { type: "button" }, words);
      button.addEventListener("click", act);
      tools.append(button);
    }
    box.before(tools);
    box.after(detail);

    const order = [...bars].sort((a, b) => a.x - b.x);
    function look(bar) {
      detail.textContent = bar.g.getAttribute("aria-label");
    }
    function rove(bar) {
      bars.forEach((one) => one.g.setAttribute("tabindex", one === bar ? "0" : "-1"));
    }
    function step(bar, by, lane) {
      const among = lane ? order.filter((one) => one.y === bar.y) : order;
      const next = among[among.indexOf(bar) + by];
      if (next) {
        rove(next);
        next.g.focus();
      }
    }
    function otherLane(bar, by) {
      const lanes = [...new Set(bars.map((one) => one.y))].sort((a, b) => a - b);
      const lane = lanes[lanes.indexOf(bar.y) + by];
      const near = order.filter((one) => one.y === lane).sort((a, b) => Math.abs(a.x - bar.x) - Math.abs(b.x - bar.x))[0];
      if (near) {
        rove(near);
        near.g.focus();
      }
    }
    for (const bar of bars) {
      bar.g.setAttribute("role", "button");
      bar.g.setAttribute("tabindex", "-1");
      bar.g.addEventListener("mouseenter", () => look(bar));
      bar.g.addEventListener("focus", () => look(bar));
      bar.g.addEventListener("keydown", (event) => {
        const act = {
          ArrowRight: () => step(bar, 1, false),
          ArrowLeft: () => step(bar, -1, false),
          ArrowDown: () => otherLane(bar, 1),
          ArrowUp: () => otherLane(bar, -1),
          Home: () => step(order[1] || bar, -1, false),
        }[event.key];
        if (act) {
          event.preventDefault();
          act();
        }
      });
    }
    if (order.length) {
      rove(order[0]);
    }
    box.addEventListener("keydown", (event) => {
      const act = {
        "+": () => zoomBy(2, 0.5),
        "=": () => zoomBy(2, 0.5),
        "-": () => zoomBy(0.5, 0.5),
        "0": () => { zoom = 1; draw(); },
      }[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    });
    plot.addEventListener("wheel", (event) => {
      if (event.ctrlKey || event.shiftKey) {
        event.preventDefault();
        const place = plot.getBoundingClientRect();
        zoomBy((event.deltaY || event.deltaX) < 0 ? 1.4 : 1 / 1.4, (event.clientX - place.left) / place.width);
      }
    }, { passive: false });
    let held = null;
    plot.addEventListener("pointerdown", (event) => (held = event.clientX));
    addEventListener("pointerup", () => (held = null));
    plot.addEventListener("pointermove", (event) => {
      if (held !== null && zoom > 1) {
        from -= ((event.clientX - held) / plot.getBoundingClientRect().width) * (width / zoom);
        held = event.clientX;
        draw();
      }
    });
  }

  theme();
  if (single) {
    articles();
  }
  search();
  if (body.dataset.page === "history.html" && document.querySelectorAll("section[data-target]").length > 1) {
    targets();
  }
  document.querySelectorAll(".timeline").forEach(timeline);
})();
