"use strict";
(() => {
  const page = document.documentElement;
  const findings = [...document.querySelectorAll("article.finding")];
  const groups = [...document.querySelectorAll("details.group")];
  const form = document.getElementById("filters");
  const told = document.getElementById("told");
  page.classList.add("js");

  // The address keeps what is chosen and what is opened, so that it can be sent.
  const remember = (query, hash) => {
    try {
      history.replaceState(null, "", location.pathname + query + hash);
    } catch {
      // Some browsers let no file change its address: all but that works.
    }
  };

  // Cells and their sentences.
  const cellOf = (card) => document.querySelector(`a.cell[href="#${CSS.escape(card.id)}"]`);
  const close = (panel) => {
    panel.classList.remove("opened");
    panel.previousElementSibling.querySelectorAll("a.cell").forEach((cell) => cell.setAttribute("aria-expanded", "false"));
    panel.querySelectorAll(".chosen").forEach((card) => card.classList.remove("chosen"));
  };
  const open = (card) => {
    const panel = card.closest("tr.panel");
    panel.closest("table").querySelectorAll("tr.opened").forEach(close);
    panel.classList.add("opened");
    card.classList.add("chosen");
    cellOf(card).setAttribute("aria-expanded", "true");
    return panel;
  };
  document.querySelectorAll("a.cell").forEach((cell) => {
    cell.setAttribute("aria-expanded", "false");
    cell.setAttribute("aria-controls", cell.closest("tr").nextElementSibling.id);
  });

  // What an address leads to is shown, whatever hides it.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.matches(".card")) open(target);
    if (target.matches(".finding")) {
      target.hidden = false;
      target.querySelector("details").open = true;
    }
    for (let above = target.parentElement; above; above = above.parentElement) {
      if (above.matches("details")) above.open = true;
    }
    target.scrollIntoView();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.matches(".cell")) {
      event.preventDefault();
      const card = document.getElementById(link.hash.slice(1));
      if (card.matches(".chosen")) {
        close(card.closest("tr.panel"));
        remember(location.search, "");
      } else {
        open(card);
        remember(location.search, link.hash);
        card.scrollIntoView({ block: "nearest" });
      }
    } else if (link.matches(".close")) {
      event.preventDefault();
      const panel = link.closest("tr.panel");
      const card = panel.querySelector(".chosen");
      close(panel);
      remember(location.search, "");
      if (card) cellOf(card).focus();
    } else if (link.matches(".address") && navigator.clipboard) {
      navigator.clipboard.writeText(link.href).then(() => { told.textContent = "The link is copied."; }, () => {});
    }
  });

  // Arrows go from cell to cell, Escape closes.
  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest("a.cell");
    if (event.key === "Escape") {
      const opened = document.activeElement.closest("table")?.querySelector("tr.opened") ?? document.querySelector("tr.opened");
      opened?.querySelector("a.close").click();
    }
    if (!cell) return;
    const [row, at] = [cell.closest("tr"), cell.closest("td").cellIndex];
    const cells = [...row.querySelectorAll("a.cell")];
    const rows = [...row.parentElement.querySelectorAll("tr:not(.panel)")];
    const below = (step) => rows[rows.indexOf(row) + step]?.cells[at]?.querySelector("a.cell");
    const next = {
      ArrowRight: () => cells[cells.indexOf(cell) + 1],
      ArrowLeft: () => cells[cells.indexOf(cell) - 1],
      ArrowDown: () => below(1),
      ArrowUp: () => below(-1),
    }[event.key]?.();
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  // Filters.
  if (form) {
    const boxes = [...form.querySelectorAll("input[name=show]")];
    const { rule, source } = form.elements;
    const apply = () => {
      const shown = boxes.filter((box) => box.checked).map((box) => box.value);
      const number = source.selectedIndex - 1;
      const fits = (finding) =>
        (shown.length === 0 || shown.includes(finding.dataset.show)) &&
        (rule.value === "" || finding.dataset.rule === rule.value) &&
        (number < 0 || finding.dataset.sources.includes(` ${number} `));
      let count = 0;
      for (const finding of findings) {
        finding.hidden = !fits(finding);
        if (!finding.hidden) count += 1;
      }
      const isChosen = shown.length > 0 || rule.value !== "" || number >= 0;
      for (const group of groups) {
        group.open = isChosen && group.querySelector("article.finding:not([hidden])") !== null;
      }
      told.textContent = `${count} of ${findings.length} findings shown`;
      const query = new URLSearchParams();
      shown.forEach((name) => query.append("show", name));
      if (rule.value !== "") query.set("rule", rule.value);
      if (number >= 0) query.set("source", source.value);
      remember(isChosen ? `?${query}` : "", location.hash);
    };
    const choose = (list, value) => {
      const known = [...list.options].some((option) => option.value === value);
      list.value = known ? value : "";
    };
    const asked = new URLSearchParams(location.search);
    boxes.forEach((box) => { box.checked = asked.getAll("show").includes(box.value); });
    choose(rule, asked.get("rule") ?? "");
    choose(source, asked.get("source") ?? "");
    form.addEventListener("change", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    const fold = (isOpen) => {
      for (const finding of findings) {
        if (!finding.hidden) finding.querySelector("details").open = isOpen;
      }
    };
    document.getElementById("unfold").addEventListener("click", () => fold(true));
    document.getElementById("fold").addEventListener("click", () => fold(false));
    form.hidden = false;
    apply();
  }

  // On paper all is unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((details) => { details.open = false; }));
  addEventListener("hashchange", reveal);
  reveal();
})();
