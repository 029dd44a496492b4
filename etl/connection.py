"""Why no connection came about, in words that say what helps, and whom a connection trusts."""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from etl.errors import refusal

NOT_VALID_NOW, OF_ANOTHER_NAME = (9, 10), (62, 64)
AUTHORITY = (
    "when this network inspects traffic, let SSL_CERT_FILE name a file with the certificate of its "
    "authority, or add that to the store of the system"
)
OTHER_PAGE = "something on this network may answer in the place of this host"
ASKS_WHO = (
    "the proxy asks for a name and password (407): set HTTPS_PROXY=http://name:password@host:port"
)


def trusted() -> ssl.SSLContext:
    """Return whom to trust: the store of the system, and SSL_CERT_FILE or what httpx knows.

    Raises:
        DataError: What SSL_CERT_FILE or SSL_CERT_DIR names cannot be read.
    """
    try:
        context = httpx.create_ssl_context()
        context.load_default_certs()
        return context
    except OSError as error:
        named = {name: os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")}
        name = next((name for name, value in named.items() if value), "SSL_CERT_FILE")
        reason = f"no certificates in PEM can be read there ({error.strerror or error})"
        raise refusal("Correct it, or unset it.", name, reason, value=named[name]) from error


def proxy_of(url: str) -> str | None:
    """Return the proxy by which an address is asked, if any, without a name or password."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.hostname or ""):
        return None
    return urlsplit(proxy if "//" in proxy else f"//{proxy}").netloc.rpartition("@")[2]


def why(error: httpx.TransportError, url: str) -> str:
    """Return why no connection was made, and what helps."""
    causes = list(_causes(error))
    proxy = proxy_of(url)
    if found := [one for one in causes if isinstance(one, ssl.SSLCertVerificationError)]:
        return f"its certificate is not trusted ({found[0].verify_message}); {_helps(found[0])}"
    if any(isinstance(one, ssl.SSLError) for one in causes):
        return f"no safe connection could be made ({error}); {OTHER_PAGE}"
    if isinstance(error, httpx.ProxyError):
        refused = f"the proxy {proxy} refuses it ({error}); ask its keeper to let this host through"
        return ASKS_WHO if str(error).startswith("407") else refused
    reason = f"no connection could be made ({error})"
    if any(isinstance(one, socket.gaierror) for one in causes):
        reason = "the name cannot be found (DNS)"
    elif any(isinstance(one, ConnectionRefusedError) for one in causes):
        reason = "the connection was refused: nothing listens there, or a firewall is between"
    elif isinstance(error, httpx.TimeoutException):
        reason = "no connection could be made in time: a firewall may be between"
    if proxy:
        return f"the proxy {proxy} cannot be reached: {reason}; correct HTTPS_PROXY"
    return f"{reason}; when this network has a proxy, set HTTPS_PROXY"


def is_lasting(error: httpx.TransportError) -> bool:
    """Return whether asking again would meet the same refusal: of a proxy, or of a certificate."""
    is_refused = isinstance(error, httpx.ProxyError) and str(error).startswith("4")
    is_distrusted = any(isinstance(one, ssl.SSLCertVerificationError) for one in _causes(error))
    return is_refused or is_distrusted


def _helps(error: ssl.SSLCertVerificationError) -> str:
    if error.verify_code in NOT_VALID_NOW:
        return "look whether the clock of this computer is right"
    if error.verify_code in OF_ANOTHER_NAME:
        return OTHER_PAGE
    return AUTHORITY


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
