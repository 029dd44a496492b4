// Sets markup into the page. A click on a link to a view of the monitor is told to the server, which
// opens it within the visit; a button with data-toggles opens and closes what it controls.
const isPlain = (event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

export default ({ parentElement, data, setTriggerValue }) => {
  const box = parentElement.querySelector(".vkm-markup");
  box.onclick = (event) => {
    const toggle = event.target.closest("button[data-toggles]");
    if (toggle) {
      const is_open = toggle.getAttribute("aria-expanded") === "true";
      toggle.setAttribute("aria-expanded", String(!is_open));
    }
    const link = event.target.closest("a[href]");
    if (!link || link.target || link.getAttribute("href").startsWith("#") || !isPlain(event)) return;
    if (link.origin !== location.origin) return;
    event.preventDefault();
    setTriggerValue("opened", link.getAttribute("href"));
  };
  if (box.dataset.version === data.version) return;
  box.dataset.version = data.version;
  box.innerHTML = data.html;
};
