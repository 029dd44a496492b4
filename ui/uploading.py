"""A box to upload a file with, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

# Streamlit words its own box in English, and gives no way to word it.
DUTCH = """<script>
(() => {
  const most = "%d MB";
  const words = [
    [/^Upload$/, "Bestand kiezen"],
    [/^[\\d.]+ ?[KMG]?B per file$/, `hooguit ${most}`],
    [/^Drag and drop (a file|files) here$/, "Laat het bestand hier los"],
    [/^(File must be|File is larger than) .*$/, `Dit bestand is te groot: hooguit ${most} kan.`],
    [/^.*(files are not allowed|File type must be).*$/, "Dit soort bestand kan hier niet."],
    [/^Too many files$/, "Kies één bestand."],
    [/^Remove (.*)$/, "Haal $1 weg"],
    [/^Cancel upload of (.*)$/, "Breek het versturen van $1 af"],
    [/^Add files$/, "Ander bestand kiezen"],
    [/^file upload$/, "Bestand kiezen"],
    [/^Click to retry upload$/, "Klik om het opnieuw te proberen"],
    [/^Upload failed.*$|^.*(Network Error|status code).*$/, "Het versturen is mislukt."],
    [/^(\\d+)\\.(\\d+) ?([KMG]?B)$/, "$1,$2 $3"],
  ];
  const dutch = (text) => {
    for (const [form, said] of words)
      if (form.test(text.trim())) return text.trim().replace(form, said);
    return text;
  };
  const translate = () => {
    for (const box of document.querySelectorAll('[data-testid="stFileUploader"]')) {
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode, said = dutch(node.nodeValue);
        if (said !== node.nodeValue) node.nodeValue = said;
      }
      for (const name of ["aria-label", "title"])
        for (const element of box.querySelectorAll(`[${name}]`)) {
          const now = element.getAttribute(name), said = dutch(now);
          if (said !== now) element.setAttribute(name, said);
        }
    }
  };
  if (!window.vkmUploads) {
    window.vkmUploads = new MutationObserver(translate);
    window.vkmUploads.observe(document.body, {
      subtree: true, childList: true, characterData: true,
      attributes: true, attributeFilter: ["aria-label", "title"],
    });
  }
  translate();
})();
</script>"""


def most_mb() -> int:
    """Return how large an upload may be, in MB."""
    return int(st.get_option("server.maxUploadSize"))


def box(label: str, kinds: Sequence[str], key: str) -> UploadedFile | None:
    """Let the reader choose a file, which stays in the memory of this session.

    Args:
        label: Of the box.
        kinds: Which endings can be chosen.
        key: Of the box; another key lets go of the file.
    """
    chosen = st.file_uploader(label, type=list(kinds), key=key)
    st.html(DUTCH % most_mb(), unsafe_allow_javascript=True)
    return chosen
