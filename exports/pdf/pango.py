"""Makes sure of Pango, which a PDF needs: Debian's when root, or says what to install.

Everything else works without, so this never fails.
"""

from __future__ import annotations

from ctypes.util import find_library

from exports import debian

LIBRARIES = ("pango-1.0", "pangoft2-1.0")
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0")
COMMAND = f"apt install {' '.join(PACKAGES)}"


def is_there() -> bool:
    """Return whether this computer has Pango."""
    return all(find_library(library) for library in LIBRARIES)


def install() -> bool:
    """Install Pango when it is missing and that can be done; return whether it is there."""
    if is_there():
        return True
    if debian.can_install():
        debian.install(*PACKAGES)
    return is_there()


if __name__ == "__main__" and not install():
    print(f"No Pango found: no PDF can be made, all else works. On Debian: {COMMAND}")
