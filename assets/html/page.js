// The page of a map: what is shown, and the reader's reply. Everything that people wrote becomes text of the document and
// nothing else: elements are made one by one, and no text is ever read as markup, style or script.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);
  const all = (within, selector) => [...within.querySelectorAll(selector)];
  const data = JSON.parse(byId("data").textContent);
  const words = data.words;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const make = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  // Letters without marks and case: who looks for "nguoi" finds "Người".
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ").trim();
  const announce = (text) => { byId("said").textContent = text; };

  // What can be kept on this device; a browser that forbids it loses nothing but the draft.
  const shelf = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* It is only kept while the page is open. */ } },
    drop(key) { try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ } },
  };

  // What of a long head doesn't fit is scrolled by keyboard too; where all fits, there is nothing to stop at.
  const title = byId("title");
  new ResizeObserver(() => {
    if (title.scrollHeight > title.clientHeight + 1) title.tabIndex = 0;
    else title.removeAttribute("tabindex");
  }).observe(title);

  const root = document.documentElement;
  const list = byId("list");
  const table = byId("table");
  const canvas = byId("canvas");
  const picture = canvas.querySelector("svg");
  const detail = byId("detail");
  const cards = all(list, "li[data-of]").map((element) => ({
    id: element.dataset.of,
    kind: "card",
    element,
    lane: element.dataset.in,
    personas: (element.dataset.for ?? "").split(" ").filter(Boolean),
    text: folded(element.textContent),
  }));
  const steps = all(list, ".step").map((element) => ({
    id: element.dataset.of,
    kind: "step",
    element,
    text: folded(element.querySelector("h3").textContent),
    cards: cards.filter((card) => element.contains(card.element)),
  }));
  const things = new Map([...steps, ...cards].map((thing) => [`${thing.kind}-${thing.id}`, thing]));
  const nameOf = (thing) => thing.element.querySelector(thing.kind === "step" ? "h3" : "p").textContent;

  // Views.

  const show = (view) => {
    document.body.dataset.view = view;
    for (const button of all(document, "[data-show]")) {
      button.setAttribute("aria-pressed", String(button.dataset.show === view));
    }
    if (view === "picture") fit(false);
  };

  // Light and dark.

  const theme = byId("theme");
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const chooseTheme = (name) => {
    root.dataset.theme = name;
    shelf.set("wayfelt-theme", name);
  };
  if (theme) {
    const kept = shelf.get("wayfelt-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
    theme.addEventListener("click", () => chooseTheme(isDark() ? "light" : "dark"));
  }

  // Zoom and pan: the part of the picture that is seen.

  const whole = { width: picture.width.baseVal.value, height: picture.height.baseVal.value };
  const seen = { x: 0, y: 0, scale: 0 };
  const limits = { least: 0.05, most: 4 };
  const size = () => ({ width: Math.max(canvas.clientWidth, 1), height: Math.max(canvas.clientHeight, 1) });
  const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
  const look = () => {
    const { width, height } = size();
    const shown = { width: width / seen.scale, height: height / seen.scale };
    const within = (start, length, total) =>
      length >= total ? (total - length) / 2 : clamp(start, 0, total - length);
    seen.x = within(seen.x, shown.width, whole.width);
    seen.y = shown.height >= whole.height ? 0 : within(seen.y, shown.height, whole.height);
    picture.setAttribute("viewBox", `${seen.x} ${seen.y} ${shown.width} ${shown.height}`);
  };
  // At first as wide as there is room, so that its words can be read; later all of it.
  const fit = (again) => {
    if (document.body.dataset.view !== "picture") return;
    if (seen.scale === 0 || again) {
      const { width, height } = size();
      seen.scale = Math.min(width / whole.width, height / whole.height, 1);
      limits.least = Math.min(seen.scale, 0.25);
      if (!again) seen.scale = clamp(width / whole.width, Math.max(seen.scale, 0.5), 1);
      seen.x = seen.y = 0;
    }
    look();
  };
  const zoom = (by, at) => {
    const { width, height } = size();
    const point = at ?? { x: width / 2, y: height / 2 };
    const scale = clamp(seen.scale * by, limits.least, limits.most);
    seen.x += point.x / seen.scale - point.x / scale;
    seen.y += point.y / seen.scale - point.y / scale;
    seen.scale = scale;
    look();
  };
  const pan = (x, y) => {
    seen.x += x / seen.scale;
    seen.y += y / seen.scale;
    look();
  };
  const inCanvas = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 24 : 1;
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY * unit * 0.004), inCanvas(event));
    else if (event.shiftKey && event.deltaX === 0) pan(event.deltaY * unit, 0);
    else pan(event.deltaX * unit, event.deltaY * unit);
  }, { passive: false });

  const fingers = new Map();
  let pressed = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, inCanvas(event));
    pressed = fingers.size === 1 ? { target: event.target, moved: 0 } : null;
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = inCanvas(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (other) {
      const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
      zoom(distance(now, other) / Math.max(distance(before, other), 1), other);
      return;
    }
    if (pressed) pressed.moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (!pressed || pressed.moved > 4) {
      if (!canvas.hasPointerCapture(event.pointerId)) canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("held");
      pan(before.x - now.x, before.y - now.y);
    }
  });
  const lift = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    canvas.classList.remove("held");
    if (event.type === "pointerup" && pressed && pressed.moved <= 4 && !pressed.target.closest("a")) {
      const thing = thingAt(pressed.target);
      if (thing) open(thing, canvas);
    }
    pressed = null;
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  byId("closer").addEventListener("click", () => zoom(1.25));
  byId("farther").addEventListener("click", () => zoom(0.8));
  byId("whole").addEventListener("click", () => fit(true));
  new ResizeObserver(() => fit(false)).observe(canvas);
  // On paper there is the whole picture, and nothing is folded.
  addEventListener("beforeprint", () => {
    picture.setAttribute("viewBox", `0 0 ${whole.width} ${whole.height}`);
    for (const folded of all(list, "details")) folded.open = true;
  });
  addEventListener("afterprint", () => { if (seen.scale) look(); });

  // What the picture shows of each thing.

  const drawn = (thing) => all(picture, `[data-${thing.kind}="${thing.id}"]`);
  const thingAt = (target) => {
    const group = target.closest("[data-card], [data-step], [data-at]");
    if (!group) return null;
    const { card, step, at } = group.dataset;
    return (card && things.get(`card-${card}`)) || things.get(`step-${step ?? at}`) || null;
  };
  const boxOf = (thing) => {
    const boxes = drawn(thing).map((group) => group.getBBox()).filter((box) => box.width > 0);
    return boxes[0] ?? null;
  };
  const frame = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  frame.setAttribute("class", "chosen");
  frame.setAttribute("rx", "6");
  let chosen = null;
  const choose = (thing) => {
    chosen = thing;
    const box = thing && boxOf(thing);
    if (!box) {
      frame.remove();
      return;
    }
    const around = { x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 };
    for (const [name, value] of Object.entries(around)) frame.setAttribute(name, String(value));
    picture.append(frame);
    if (document.body.dataset.view !== "picture") return;
    const { width, height } = size();
    const shown = { width: width / seen.scale, height: height / seen.scale };
    const into = (start, length, from, extent) =>
      from < start || from + extent > start + length ? from + extent / 2 - length / 2 : start;
    seen.x = into(seen.x, shown.width, around.x, around.width);
    seen.y = into(seen.y, shown.height, around.y, around.height);
    look();
  };

  const middle = (box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  const neighbour = (across, down) => {
    const from = chosen && boxOf(chosen);
    let best = null;
    for (const thing of things.values()) {
      const box = thing !== chosen && boxOf(thing);
      if (!box) continue;
      const start = from ? middle(from) : { x: seen.x, y: seen.y };
      const point = middle(box);
      const along = (point.x - start.x) * across + (point.y - start.y) * down;
      const aside = Math.abs((point.x - start.x) * down) + Math.abs((point.y - start.y) * across);
      if (from && along <= 1) continue;
      const cost = from ? along + aside * 3 : Math.hypot(point.x - start.x, point.y - start.y);
      if (!best || cost < best.cost) best = { thing, cost };
    }
    return best?.thing ?? null;
  };
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (arrow && event.shiftKey) pan(arrow[0] * 80, arrow[1] * 80);
    else if (arrow) {
      const next = neighbour(...arrow);
      if (next) {
        choose(next);
        announce(nameOf(next));
      }
    } else if (event.key === "Enter" && chosen) open(chosen, canvas);
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fit(true);
    else return;
    event.preventDefault();
  });

  // Search and filters.

  const find = byId("find");
  const more = byId("more");
  // Where there is little room, search and filters are folded away; the button tells whether they hide something.
  const unfold = (open) => {
    document.body.classList.toggle("finding", open);
    more.setAttribute("aria-expanded", String(open));
  };
  more.addEventListener("click", () => {
    unfold(!document.body.classList.contains("finding"));
    if (document.body.classList.contains("finding")) find.focus();
  });
  const ofPersona = byId("persona");
  const ofLane = byId("lane");
  let matches = [];
  let current = -1;
  const filter = () => {
    const query = folded(find.value);
    const persona = ofPersona?.value ?? "";
    const lane = ofLane.value;
    const emotion = lane !== "" && lane === data.emotion;
    matches = [];
    current = -1;
    for (const step of steps) {
      let filled = false;
      const named = query !== "" && step.text.includes(query) && (lane === "" || emotion);
      if (named) matches.push(step);
      for (const card of step.cards) {
        const placed = (lane === "" || card.lane === lane)
          && (persona === "" || card.personas.length === 0 || card.personas.includes(persona));
        card.fits = placed && (query === "" || card.text.includes(query));
        card.element.hidden = !card.fits;
        filled ||= card.fits;
        if (card.fits && query !== "") matches.push(card);
      }
      for (const scores of all(step.element, ".scores")) scores.hidden = lane !== "" && !emotion;
      for (const score of all(step.element, ".scores > li")) {
        score.hidden = persona !== "" && score.dataset.person !== persona;
      }
      step.element.hidden = !(filled || named || (query === "" && (lane === "" || emotion)));
    }
    for (const stage of all(list, ".stage")) {
      stage.hidden = all(stage, ".step").length > 0 && all(stage, ".step").every((step) => step.hidden);
    }
    for (const row of all(table, "tr[data-in]")) {
      row.hidden = (lane !== "" && row.dataset.in !== lane)
        || (persona !== "" && row.dataset.person !== undefined && row.dataset.person !== persona);
    }
    for (const link of all(table, "a[href^='#card-']")) {
      link.classList.toggle("dim", things.get(link.hash.slice(1))?.fits === false);
    }
    for (const group of all(picture, "[data-card]")) {
      group.classList.toggle("dim", things.get(`card-${group.dataset.card}`)?.fits === false);
    }
    for (const group of all(picture, "[data-at][data-person]")) {
      const other = (persona !== "" && group.dataset.person !== persona) || (lane !== "" && group.dataset.row !== lane);
      group.classList.toggle("dim", other);
    }
    for (const group of all(picture, "[data-lane]")) {
      group.classList.toggle("dim", lane !== "" && group.dataset.lane !== lane);
    }
    more.classList.toggle("on", query !== "" || persona !== "" || lane !== "");
    byId("found").textContent = query === "" ? "" : fill(words.found, { n: matches.length });
  };
  find.addEventListener("input", filter);
  ofPersona?.addEventListener("change", filter);
  ofLane.addEventListener("change", filter);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && find.value !== "") {
      find.value = "";
      filter();
      event.stopPropagation();
    } else if (event.key === "Escape" && more.offsetParent) {
      unfold(false);
      more.focus();
      event.stopPropagation();
    }
    if (event.key !== "Enter" || matches.length === 0) return;
    current = (current + (event.shiftKey ? matches.length - 1 : 1)) % matches.length;
    const thing = matches[Math.max(current, 0)];
    choose(thing);
    announce(nameOf(thing));
    if (document.body.dataset.view !== "picture") thing.element.scrollIntoView({ block: "center" });
    event.preventDefault();
  });

  // The reply.

  const key = `wayfelt-reply ${data.steps} ${data.title}`;
  const digits = "0123456789abcdefghjkmnpqrstvwxyz";
  const fresh = () => ({
    id: [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => digits[byte & 31]).join(""),
    revision: 0,
    saved: "",
    name: "",
    comments: {},
    scores: {},
    votes: {},
  });
  const known = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
  // Somebody else's page may have left something under this key: only what makes sense here is taken.
  const restored = () => {
    const draft = fresh();
    let kept = {};
    try { kept = known(JSON.parse(shelf.get(key) ?? "{}")); } catch { return draft; }
    if (typeof kept.id === "string" && /^[0-9a-hjkmnp-tv-z]{8}$/.test(kept.id)) draft.id = kept.id;
    if (Number.isSafeInteger(kept.revision) && kept.revision >= 0) draft.revision = kept.revision;
    if (typeof kept.saved === "string") draft.saved = kept.saved;
    if (typeof kept.name === "string") draft.name = kept.name.slice(0, data.most.name);
    for (const [place, text] of Object.entries(known(kept.comments))) {
      if (things.has(place) && typeof text === "string") draft.comments[place] = text.slice(0, data.most.comment);
    }
    for (const [step, score] of Object.entries(known(kept.scores))) {
      if (things.has(`step-${step}`) && [-2, -1, 0, 1, 2].includes(score)) draft.scores[step] = score;
    }
    for (const card of Object.keys(known(kept.votes))) if (things.has(`card-${card}`)) draft.votes[card] = true;
    return draft;
  };
  let draft = restored();
  const said = () => JSON.stringify([draft.name, draft.comments, draft.scores, draft.votes]);
  const count = () => Object.values(draft.comments).filter((text) => text.trim()).length
    + Object.keys(draft.scores).length + Object.keys(draft.votes).length;
  const keep = () => {
    shelf.set(key, JSON.stringify(draft));
    const n = count();
    byId("answers").textContent = n === 0 ? "" : String(n);
    byId("save").disabled = byId("share").disabled = n === 0;
    for (const thing of things.values()) {
      const place = `${thing.kind}-${thing.id}`;
      const answered = (draft.comments[place] ?? "").trim() !== "" || thing.id in draft.scores || thing.id in draft.votes;
      thing.element.classList.toggle("answered", answered);
    }
  };
  const reply = () => {
    const ids = (kind) => (place) => place.startsWith(`${kind}-`);
    const comments = (kind) => Object.keys(draft.comments).filter(ids(kind))
      .map((place) => ({ [kind]: place.slice(5), text: draft.comments[place].trim() }))
      .filter((comment) => comment.text !== "");
    // Saved again with other words it is a later state of the same reply.
    if (draft.saved !== said()) {
      draft.saved = said();
      draft.revision += 1;
      keep();
    }
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return {
      wayfelt_reply: 1,
      map: { title: data.title, steps: data.steps },
      reply: draft.id,
      revision: draft.revision,
      name: draft.name.trim(),
      date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
      comments: [...comments("step"), ...comments("card")],
      scores: Object.entries(draft.scores).map(([step, score]) => ({ step, score })),
      votes: Object.keys(draft.votes),
    };
  };
  // A plain text, because phones share no other file with words in it.
  const replyFile = () => {
    const clean = (text) => text.replace(/[^\p{L}\p{N} _-]/gu, "").trim().slice(0, 40);
    const name = [clean(data.title) || "map", clean(draft.name) || draft.id].join(" - ");
    const text = `${JSON.stringify(reply(), null, 1)}\n`;
    return new File([text], `${name}.reply.txt`, { type: "text/plain" });
  };
  byId("save").addEventListener("click", () => {
    const file = replyFile();
    const address = URL.createObjectURL(file);
    const link = make("a", { href: address, download: file.name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    byId("next").textContent = fill(words.saved, { file: file.name });
  });
  const share = byId("share");
  const canShare = () => {
    try { return navigator.canShare({ files: [new File(["x"], "x.txt", { type: "text/plain" })] }); } catch { return false; }
  };
  share.hidden = !canShare();
  share.addEventListener("click", async () => {
    try { await navigator.share({ files: [replyFile()], title: data.title }); } catch (error) {
      if (error.name !== "AbortError") byId("next").textContent = words.notShared;
    }
  });

  const dialog = byId("reply");
  const name = byId("name");
  name.addEventListener("input", () => { draft.name = name.value; keep(); });
  const overview = () => {
    const rows = [];
    for (const thing of things.values()) {
      const place = `${thing.kind}-${thing.id}`;
      const parts = [];
      if (thing.kind === "step" && thing.id in draft.scores) {
        parts.push(`${words.score}: ${signed(draft.scores[thing.id])}`);
      }
      if (thing.kind === "card" && thing.id in draft.votes) parts.push(words.voted);
      const comment = (draft.comments[place] ?? "").trim();
      if (comment) parts.push(comment);
      if (parts.length === 0) continue;
      const go = make("button", { type: "button", className: "plain", textContent: nameOf(thing) });
      go.addEventListener("click", () => { dialog.close(); open(thing, byId("answer")); });
      rows.push(make("li", {}, go, make("p", { textContent: parts.join(" · ") })));
    }
    byId("overview").replaceChildren(...rows);
    byId("nothing").hidden = rows.length > 0;
  };
  byId("answer").addEventListener("click", () => {
    name.value = draft.name;
    byId("next").textContent = "";
    overview();
    dialog.showModal();
  });
  byId("done").addEventListener("click", () => dialog.close());
  byId("again").addEventListener("click", () => {
    if (!confirm(words.really)) return;
    shelf.drop(key);
    draft = fresh();
    name.value = "";
    byId("next").textContent = "";
    overview();
    keep();
    if (shownThing) details(shownThing);
  });

  // The details of a thing, and what the reader says to it.

  const signed = (value) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0");
  const form = (thing) => {
    const place = `${thing.kind}-${thing.id}`;
    const parts = [make("h3", { textContent: words.yours })];
    if (thing.kind === "step") {
      const choices = [-2, -1, 0, 1, 2].map((value) => {
        const radio = make("input", { type: "radio", name: "score", value: String(value) });
        radio.checked = draft.scores[thing.id] === value;
        radio.addEventListener("change", () => { draft.scores[thing.id] = value; none.hidden = false; keep(); });
        const label = make("label", {}, radio, make("b", { textContent: signed(value) }));
        label.append(make("span", { textContent: words.feelings[value + 2] }));
        return label;
      });
      const none = make("button", { type: "button", className: "plain", textContent: words.noScore });
      none.hidden = !(thing.id in draft.scores);
      none.addEventListener("click", () => {
        delete draft.scores[thing.id];
        for (const radio of all(detail, "input[type=radio]")) radio.checked = false;
        none.hidden = true;
        keep();
        detail.querySelector("input[type=radio]").focus();
      });
      const row = make("div", { className: "choices" }, ...choices);
      parts.push(make("fieldset", {}, make("legend", { textContent: words.feel }), row, none));
    } else {
      const vote = make("input", { type: "checkbox" });
      vote.checked = thing.id in draft.votes;
      vote.addEventListener("change", () => {
        if (vote.checked) draft.votes[thing.id] = true;
        else delete draft.votes[thing.id];
        keep();
      });
      parts.push(make("label", { className: "vote" }, vote, make("span", { textContent: words.vote })));
    }
    const comment = make("textarea", { rows: 4, maxLength: data.most.comment, value: draft.comments[place] ?? "" });
    comment.addEventListener("input", () => {
      if (comment.value.trim() === "") delete draft.comments[place];
      else draft.comments[place] = comment.value;
      keep();
    });
    parts.push(make("label", { className: "comment" }, make("span", { textContent: words.comment }), comment));
    return make("div", { className: "yours" }, ...parts);
  };
  let shownThing = null;
  let cameFrom = null;
  const details = (thing) => {
    shownThing = thing;
    const shown = thing.element.cloneNode(true);
    for (const element of all(shown, ".cards, .respond, h3")) element.remove();
    for (const element of all(shown, "[hidden]")) element.hidden = false;
    byId("detail-name").textContent = nameOf(thing);
    if (thing.kind === "card") shown.querySelector("p")?.remove();
    byId("about").replaceChildren(...shown.childNodes);
    byId("yours").replaceChildren(form(thing));
  };
  const open = (thing, from) => {
    details(thing);
    detail.hidden = false;
    document.body.classList.add("open");
    cameFrom = from;
    choose(thing);
    byId("detail-name").focus({ preventScroll: true });
    detail.scrollTop = 0;
  };
  const close = () => {
    if (detail.hidden) return;
    detail.hidden = true;
    document.body.classList.remove("open");
    shownThing = null;
    if (cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
  };
  byId("close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    if (event.key === "Escape" && !dialog.open) close();
    if (event.key === "/" && !typing && !dialog.open) {
      unfold(true);
      find.focus();
      event.preventDefault();
    }
  });
  table.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const thing = link && things.get(link.hash.slice(1));
    if (!thing) return;
    event.preventDefault();
    open(thing, link);
  });
  for (const thing of things.values()) {
    const button = make("button", { type: "button", className: "respond", textContent: words.respond });
    button.setAttribute("aria-label", `${words.respond}: ${nameOf(thing)}`);
    button.addEventListener("click", () => open(thing, button));
    if (thing.kind === "step") thing.element.querySelector("h3").after(button);
    else thing.element.append(button);
  }

  // Begin.

  document.body.classList.add("scripted");
  byId("tools").hidden = false;
  for (const button of all(document, "[data-show]")) {
    button.addEventListener("click", () => show(button.dataset.show));
  }
  keep();
  const little = matchMedia("(max-width: 699px), (max-height: 479px)").matches;
  if (little) for (const folded of all(list, "details")) folded.open = false;
  const asked = things.get(location.hash.slice(1));
  show(asked || innerWidth < 700 ? "list" : "picture");
  if (asked) asked.element.scrollIntoView();
})();
