"""The words of Streamlit itself, in Dutch: it gives no way to word them."""

import json

import streamlit as st

# Of each: the words of Streamlit as a regular expression, and ours.
WORDS = {
    r"^Skip to main content$": "Ga naar de inhoud",
    r"^Link to heading$": "Link naar deze kop",
    r"^Help for (.*)$": "Uitleg bij $1",
    r"^Choose (an option|options)$": "Kies",
    r"^Open$": "Openen",
    r"^Increment$": "Hoger",
    r"^Decrement$": "Lager",
    r"^Collapse sidebar$": "Verberg het menu",
    r"^Expand sidebar$": "Toon het menu",
    r"^Sidebar$": "Menu",
    r"^Shortcut (.*)$": "Toets $1",
    r"^Clear (all|value)$": "Wissen",
    r"^Close$": "Sluiten",
    r"^Failed to generate file for download$": "Dit bestand kon niet worden gemaakt. Probeer het "
    "later opnieuw, of meld het aan de beheerder.",
    r"^Upload$": "Bestand kiezen",
    r"^[\d.]+ ?[KMG]?B per file$": "hooguit {most} MB",
    r"^Drag and drop (a file|files) here$": "Laat het bestand hier los",
    r"^(File must be|File is larger than) .*$": "Dit bestand is te groot: hooguit {most} MB kan.",
    r"^.*(files are not allowed|File type must be).*$": "Dit soort bestand kan hier niet.",
    r"^Too many files$": "Kies één bestand.",
    r"^Remove (.*)$": "Haal $1 weg",
    r"^Cancel upload of (.*)$": "Breek het versturen van $1 af",
    r"^Add files$": "Ander bestand kiezen",
    r"^file upload$": "Bestand kiezen",
    r"^Click to retry upload$": "Klik om het opnieuw te proberen",
    r"^Upload failed.*$|^.*(Network Error|status code).*$": "Het versturen is mislukt.",
    r"^This app has encountered an error\..*$": "Dit onderdeel kon niet worden getoond. Laad de "
    "pagina opnieuw, of meld het aan de beheerder.",
    r"^(\d+)\.(\d+) ?([KMG]?B)$": "$1,$2 $3",
}
# Only in these is text looked at; of everything else only what is read aloud.
TEXTS = (
    '[data-testid="stFileUploader"]',
    '[data-testid="stDownloadButtonError"]',
    '[data-testid="stException"]',
    'a[href="#stMain"]',
)
SCRIPT = """<script>
document.documentElement.lang = "nl";
(() => {
  if (window.vkmDutch) return;
  const words = %(words)s.map(([form, said]) => [new RegExp(form), said]);
  const names = ["aria-label", "title", "placeholder"];
  const dutch = (text) => {
    const [form, said] = words.find(([form]) => form.test(text.trim())) || [];
    return form ? text.trim().replace(form, said) : text;
  };
  // Streamlit disables the tabs while the page runs: a reader with a keyboard would lose the place.
  let left = null;
  const isOff = (tab) => tab.hasAttribute("data-disabled");
  document.addEventListener("focusin", () => { left = null; });
  document.addEventListener("focusout", ({target, relatedTarget}) => {
    if (relatedTarget || !target.matches('[role="tab"]')) return;
    requestAnimationFrame(() => { if (isOff(target)) left = target; });
  });
  const translate = () => {
    window.vkmDutch.waits = false;
    if (left && !isOff(left)) left.focus();
    // The page itself is no stop of Tab; the link that skips the menu still leads to it.
    document.querySelector('[data-testid="stMain"]')?.setAttribute("tabindex", "-1");
    for (const box of document.querySelectorAll('[data-testid="stFileUploaderDropzone"][role]'))
      box.removeAttribute("role");  // it has a name, and what is presentation has none
    for (const name of names)
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const now = element.getAttribute(name), said = dutch(now);
        if (said !== now) element.setAttribute(name, said);
      }
    for (const box of document.querySelectorAll(%(texts)s)) {
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode, said = dutch(node.nodeValue);
        if (said !== node.nodeValue) node.nodeValue = said;
      }
    }
  };
  window.vkmDutch = new MutationObserver(() => {
    if (window.vkmDutch.waits) return;
    window.vkmDutch.waits = true;
    requestAnimationFrame(translate);
  });
  window.vkmDutch.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: [...names, "data-disabled"],
  });
  translate();
})();
</script>"""


def most_mb() -> int:
    """Return how large an upload may be, in MB."""
    return int(st.get_option("server.maxUploadSize"))


def speak() -> None:
    """Make Streamlit's own words Dutch on this page, and say that the page is."""
    words = [[form, said.replace("{most}", str(most_mb()))] for form, said in WORDS.items()]
    said = {"words": json.dumps(words), "texts": json.dumps(", ".join(TEXTS))}
    st.html(SCRIPT % said, unsafe_allow_javascript=True)
