// Draws the regions of one level as SVG and lists them beside it; a click or Enter reports the code.
// The shapes come from a static file and stay in memory: a change of figures sends figures only.
const shapes = {};
const SVG = "http://www.w3.org/2000/svg";

const loadShapes = (url) =>
  (shapes[url] ??= fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  }));

const element = (name, attributes, parent) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent.append(made);
  return made;
};

const draw = (svg, level, choose) => {
  svg.replaceChildren();
  svg.setAttribute("viewBox", `-20 -20 ${level.width + 40} ${level.height + 40}`);
  const pattern = element(
    "pattern",
    { id: "vkm-hatch", width: 60, height: 60, patternUnits: "userSpaceOnUse" },
    element("defs", {}, svg),
  );
  element("rect", { width: 60, height: 60, fill: "#ffffff" }, pattern);
  const fictitious = element(
    "pattern",
    { id: "vkm-sample", width: 160, height: 160, patternUnits: "userSpaceOnUse" },
    svg.querySelector("defs"),
  );
  element("path", { d: "M0 0L160 160M-40 120L40 200M120 -40L200 40", stroke: "#a1260d", "stroke-width": 8 }, fictitious);
  element("path", { d: "M-15 15L15 -15M0 60L60 0M45 75L75 45", stroke: "#b8c0c7", "stroke-width": 13, fill: "none" }, pattern);
  for (const [code, region] of Object.entries(level.regions)) {
    const group = element("g", { "data-code": code, tabindex: -1, role: "button" }, svg);
    element("path", { d: region.d }, group);
    group.onclick = () => choose(code);
  }
  element("g", { class: "outlines", "aria-hidden": "true" }, svg);
  for (const [code, region] of Object.entries(level.regions)) {
    element("text", { x: region.x, y: region.y, "data-label": code, "aria-hidden": "true" }, svg);
  }
};

// The chosen regions are outlined on top of all: moving them there would lose their place and focus.
const outline = (svg, regions) => {
  const chosen = regions.filter((region) => region.selected);
  const paths = chosen.map(({ code }) => svg.querySelector(`[data-code="${code}"] path`));
  svg.querySelector(".outlines").replaceChildren(
    ...paths.filter(Boolean).map((path) => {
      const copy = document.createElementNS(SVG, "path");
      copy.setAttribute("d", path.getAttribute("d"));
      return copy;
    }),
  );
};

const paint = (svg, regions) => {
  outline(svg, regions);
  for (const region of regions) {
    const group = svg.querySelector(`[data-code="${region.code}"]`);
    if (!group) continue;
    group.setAttribute("class", `class-${region.class}`);
    group.setAttribute("aria-label", region.description);
    group.setAttribute("aria-pressed", region.selected);
    const hatched = group.querySelector(".sample");
    if (hatched && !region.fictitious) hatched.remove();
    if (!hatched && region.fictitious) {
      element("path", { class: "sample", d: group.querySelector("path").getAttribute("d") }, group);
    }
    const label = svg.querySelector(`[data-label="${region.code}"]`);
    label.textContent = region.short;
    label.setAttribute("class", `${region.dark ? "on-dark" : ""} ${region.symbol ? "sign" : ""}`);
  }
};

// One region can be reached with Tab, the others with arrows, Home and End, in the order of the ranking.
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

const reach = (box, code) => {
  for (const one of box.querySelectorAll("[data-code]")) {
    one.setAttribute("tabindex", one.dataset.code === code ? 0 : -1);
  }
};

const rove = (box, regions, choose) => {
  const at = (code) => box.querySelector(`[data-code="${code}"]`);
  const codes = regions.map(({ code }) => code).filter(at);
  const active = box.getRootNode().activeElement;
  const chosen = regions.find((region) => region.selected)?.code ?? codes[0];
  reach(box, box.contains(active) ? active.dataset.code : chosen);
  box.onkeydown = (event) => {
    const here = codes.indexOf(event.target.dataset.code);
    const last = codes.length - 1;
    const next = { Home: 0, End: last }[event.key] ?? here + STEPS[event.key];
    if (here >= 0 && (event.key === "Enter" || event.key === " ")) choose(codes[here]);
    else if (here >= 0 && next >= 0 && next <= last) {
      reach(box, codes[next]);
      at(codes[next]).focus();
    } else if (!(event.key in STEPS)) return;
    event.preventDefault();
  };
};

const drawn = (path) => {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "course");
  svg.setAttribute("viewBox", "0 0 64 18");
  svg.setAttribute("aria-hidden", "true");
  element("path", { d: path }, svg);
  return svg;
};

const cells = (row) =>
  ["rank", "name", "course", "change", "value", "symbol"].map((name) => {
    if (name === "course" && row.code) return drawn(row.course);
    const part = document.createElement("span");
    part.className = name;
    part.textContent = row[name] ?? "";
    return part;
  });

const spoken = (text) => {
  const part = document.createElement("span");
  part.className = "spoken";
  part.textContent = text;
  return part;
};

const rank = (list, regions, choose) => {
  const active = list.getRootNode().activeElement;
  const focused = list.contains(active) ? active.dataset.code : null;
  list.replaceChildren(
    ...regions.map((region) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.code = region.code;
      button.setAttribute("aria-pressed", region.selected);
      button.classList.toggle("sample", region.fictitious);
      button.classList.toggle("wide", !region.change);
      button.append(...cells(region).flatMap((part) => [part, " "]), spoken(region.more));
      button.style.setProperty("--share", `${region.share}%`);
      button.onclick = () => choose(region.code);
      item.append(button);
      return item;
    }),
  );
  if (focused) list.querySelector(`[data-code="${focused}"]`)?.focus();
  rove(list, regions, choose);
};

export default function ({ data, parentElement, setTriggerValue }) {
  const loading = loadShapes(data.shapes);
  const svg = parentElement.querySelector("svg");
  const choose = (code) => setTriggerValue("chosen", code);
  svg.setAttribute("aria-label", data.title);
  parentElement.querySelector(".heading").replaceChildren(...cells(data.heading));
  rank(parentElement.querySelector("ol"), data.regions, choose);
  parentElement.querySelector(".notes").textContent = data.notes.join(" ");
  parentElement.querySelector(".legend").replaceChildren(
    ...data.legend.map((entry) => {
      const item = document.createElement("li");
      const swatch = document.createElement("span");
      swatch.className = `swatch class-${entry.class}`;
      swatch.textContent = entry.sign;
      item.append(swatch, entry.text);
      return item;
    }),
  );
  loading
    .then((level) => {
      if (svg.dataset.shapes !== data.shapes) {
        draw(svg, level, choose);
        svg.dataset.shapes = data.shapes;
      }
      paint(svg, data.regions);
      rove(svg, data.regions, choose);
      svg.dataset.drawn = data.version;
    })
    .catch(() => {
      delete shapes[data.shapes];
      parentElement.querySelector(".legend").textContent = data.failed;
    });
}
