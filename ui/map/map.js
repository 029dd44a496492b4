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
    const group = element("g", { "data-code": code, tabindex: 0, role: "button" }, svg);
    element("path", { d: region.d }, group);
    group.onclick = () => choose(code);
    group.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(code);
    };
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

const cells = (row) =>
  ["rank", "name", "change", "value", "symbol"].map((name) => {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = row[name] ?? "";
    return part;
  });

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
      button.setAttribute("aria-label", region.description);
      button.classList.toggle("sample", region.fictitious);
      button.classList.toggle("wide", !region.change);
      button.append(...cells(region));
      button.style.setProperty("--share", `${region.share}%`);
      button.onclick = () => choose(region.code);
      item.append(button);
      return item;
    }),
  );
  if (focused) list.querySelector(`[data-code="${focused}"]`)?.focus();
};

export default function ({ data, parentElement, setTriggerValue }) {
  const loading = loadShapes(data.shapes);
  const svg = parentElement.querySelector("svg");
  const choose = (code) => setTriggerValue("chosen", code);
  svg.setAttribute("aria-label", data.title);
  parentElement.querySelector(".heading").replaceChildren(...cells(data.heading));
  rank(parentElement.querySelector("ol"), data.regions, choose);
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
      svg.dataset.drawn = data.version;
    })
    .catch(() => {
      delete shapes[data.shapes];
      parentElement.querySelector(".legend").textContent = data.failed;
    });
}
