// Draws occupations × regions as a table. Its cells are built once per set of rows and columns; a
// change of figures paints them again. One cell at a time can be reached with Tab (roving focus).
const element = (name, attributes = {}, text = "") => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
};

const heading = (row, column, label, scope) => {
  const made = element("th", { scope, "data-place": `${row},${column}`, tabindex: -1, title: label });
  made.append(element("span", {}, label));
  return made;
};

// Places: row 0 holds the names of the regions, column 0 those of the occupations.
const build = (table, data) => {
  const top = element("tr");
  const corner = top.appendChild(element("td"));
  corner.append(element("div", { class: "mark" }), element("ul", { class: "legend" }));
  data.columns.forEach(([, name], at) => top.append(heading(0, at + 1, name, "col")));
  table.tHead.replaceChildren(top);
  for (const body of [...table.tBodies]) body.remove();
  let body = null;
  let group = null;
  data.rows.forEach((row, at) => {
    if (row.group !== group) {
      group = row.group;
      body = table.appendChild(element("tbody"));
      const line = element("tr");
      line.append(element("th", { scope: "rowgroup", class: "group" }, group));
      line.append(element("td", { colspan: data.columns.length, class: "filler" }));
      line.lastChild.style.cssText = "border:0;cursor:default";
      body.append(line);
    }
    const line = element("tr");
    line.append(heading(at + 1, 0, row.label, "row"));
    data.columns.forEach((_, column) =>
      line.append(element("td", { "data-place": `${at + 1},${column + 1}`, tabindex: -1 })),
    );
    body.append(line);
  });
};

const paint = (table, data) => {
  const isChosen = (column) => column > 0 && data.regions.includes(data.columns[column - 1][0]);
  const rowAt = 1 + data.rows.findIndex((row) => row.code === data.occupation);
  for (const cell of table.querySelectorAll("[data-place]")) {
    const [row, column] = cell.dataset.place.split(",").map(Number);
    if (row === 0 || column === 0) {
      cell.setAttribute("aria-selected", row === 0 ? isChosen(column) : row === rowAt);
      continue;
    }
    const { label, classes, figures, fictitious } = data.rows[row - 1];
    const number = Number(classes[column - 1]);
    const isFictitious = fictitious[column - 1] === "1";
    const symbol = number ? data.symbols[number - 1] : "";
    const said = number ? `${data.classes[number - 1]} (${symbol})` : "klasse onbekend";
    const words = `${data.columns[column - 1][1]}, ${label}: ${said}, ${figures[column - 1]}`;
    if (cell.textContent !== symbol) cell.textContent = symbol;
    cell.setAttribute("aria-label", isFictitious ? `${words}, ${data.sample}` : words);
    const marks = [`class-${number}`];
    if (isFictitious) marks.push("sample");
    if (row === rowAt) marks.push("in-row");
    if (isChosen(column)) marks.push("in-column");
    const look = marks.join(" ");
    if (cell.className !== look) cell.className = look;
  }
};

const explain = (corner, data) => {
  corner.querySelector(".mark").textContent = data.sample;
  const entries = data.symbols.map((symbol, at) => [`class-${at + 1}`, symbol, data.classes[at]]);
  entries.push(["class-0", "", "onbekend"]);
  if (data.sample) entries.push(["sample", "", "fictief"]);
  corner.querySelector(".legend").replaceChildren(
    ...entries.map(([name, symbol, text]) => {
      const item = element("li");
      item.append(element("span", { class: `swatch ${name}`, "aria-hidden": "true" }, symbol), text);
      return item;
    }),
  );
};

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const reach = (table, place, withFocus) => {
  const next = table.querySelector(`[data-place="${place}"]`);
  if (!next) return;
  table.querySelector('[tabindex="0"]')?.setAttribute("tabindex", -1);
  next.setAttribute("tabindex", 0);
  table.dataset.at = place;
  if (withFocus) next.focus();
};

const move = (table, event, data) => {
  const [row, column] = table.dataset.at.split(",").map(Number);
  if (event.key in STEPS) {
    const [down, right] = STEPS[event.key];
    reach(table, `${row + down},${column + right}`, true);
  } else if (event.key === "Home") reach(table, `${row},${row === 0 ? 1 : 0}`, true);
  else if (event.key === "End") reach(table, `${row},${data.columns.length}`, true);
  else return;
  event.preventDefault();
};

export default function ({ data, parentElement, setTriggerValue }) {
  const table = parentElement.querySelector("table");
  const shape = JSON.stringify([data.columns, data.rows.map((row) => row.code)]);
  if (table.dataset.shape !== shape) {
    const hadFocus = table.contains(table.getRootNode().activeElement);
    build(table, data);
    if (!table.dataset.shape) {
      table.addEventListener("focusin", ({ target }) => reach(table, target.dataset.place, false));
    }
    table.dataset.shape = shape;
    const chosen = 1 + data.rows.findIndex((row) => row.code === data.occupation);
    reach(table, `${Math.max(chosen, 1)},0`, hadFocus);
  }
  table.setAttribute("aria-label", data.title);
  paint(table, data);
  explain(table.tHead.querySelector("td"), data);
  const choose = (place) => {
    const [row, column] = place.split(",").map(Number);
    const choice = {};
    if (row > 0) choice.occupation = data.rows[row - 1].code;
    if (column > 0) choice.region = data.columns[column - 1][0];
    reach(table, place, true);
    setTriggerValue("chosen", choice);
  };
  table.onpointerover = ({ target }) => {
    if (target.hasAttribute("aria-label")) target.title = target.getAttribute("aria-label");
  };
  table.onclick = (event) => {
    const place = event.target.closest("[data-place]")?.dataset.place;
    if (place) choose(place);
  };
  table.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return move(table, event, data);
    event.preventDefault();
    choose(table.dataset.at);
  };
  table.dataset.drawn = data.version;
}
