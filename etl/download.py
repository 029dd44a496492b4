"""Downloads that are polite to the publisher: two at a time, patient, never half a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar
from urllib.parse import urlsplit

import httpx
import tenacity

from etl.connection import ASKS_WHO, is_lasting, trusted, why
from etl.errors import DataError, Problem

Answer = TypeVar("Answer")

AT_ONCE = 2
ATTEMPTS = 5
LONGEST_PAUSE_SECONDS = 120
MOST_MOVES = 5
NO_CONNECTION = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
KEPT = "What is on disk stays usable; try again later."


class RefusedError(DataError):
    """The publisher answered, and asking again would give the same answer."""

    def __init__(
        self,
        file: str,
        reason: str,
        line: int | None = None,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        """Keep the one problem, and say that what is on disk stays."""
        super().__init__([Problem(file, f"{reason}. {KEPT}", line, column, value)], "")


class OfflineError(DataError):
    """No connection could be made at all.

    Attributes:
        host: With which.
        reason: Why, and what helps.
    """

    def __init__(self, host: str, reason: str) -> None:
        """Keep the host; the other tables of that host need not be tried."""
        self.host, self.reason = host, reason
        super().__init__([Problem(host, f"{reason}. {KEPT}")], "")


class _BusyError(Exception):
    def __init__(self, response: httpx.Response) -> None:
        super().__init__(f"the server answered {response.status_code}")
        self.pause = _retry_after(response)


class Client:
    """Asks for pages, at most two at once, and asks again when a server is busy or a line breaks.

    Attributes:
        moved: Per address that leads to another, without its query, to which.

    Args:
        pause_seconds: Before the second attempt; it doubles with each attempt, with jitter. A
            longer ``Retry-After`` of the server is honoured.
        timeout_seconds: Of one read.
    """

    def __init__(self, pause_seconds: float = 1, timeout_seconds: float = 60) -> None:
        """Open the connections lazily, with the first page."""
        self._http = httpx.Client(
            verify=trusted(),
            limits=httpx.Limits(max_connections=AT_ONCE),
            timeout=httpx.Timeout(timeout_seconds, connect=10, pool=None),
            headers={"Accept": "application/json", "User-Agent": "vakkrachtmonitor"},
        )
        self.moved: dict[str, str] = {}
        self._unreachable: dict[str, str] = {}
        self._backoff = tenacity.wait_exponential_jitter(
            multiplier=pause_seconds, max=LONGEST_PAUSE_SECONDS, jitter=pause_seconds
        )

    def get(self, url: str, read: Callable[[str], Answer]) -> Answer:
        """Return what ``read`` makes of the text of a page.

        After a ``DataError`` of ``read``, a damaged answer, the page is asked for again.

        Raises:
            OfflineError: No connection can be made with this host, now or at an earlier page.
            RefusedError: The page does not exist or may not be read.
            DataError: No usable answer came, after all attempts.
        """
        host = urlsplit(url).netloc
        if host in self._unreachable:
            raise OfflineError(host, self._unreachable[host])
        attempts = 1 if self._unreachable else ATTEMPTS
        retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(attempts),
            wait=self._pause,
            retry=tenacity.retry_if_exception(_is_worth_another_try),
            reraise=True,
        )
        try:
            return retrying(lambda: read(self._text(url)))
        except NO_CONNECTION as error:
            asked = str(error.request.url)  # where the address leads
            self._unreachable[host] = why(error, asked)
            raise OfflineError(urlsplit(asked).netloc, self._unreachable[host]) from error
        except (httpx.TransportError, _BusyError) as error:
            reason = f"no answer after {ATTEMPTS} attempts: {error or type(error).__name__}. {KEPT}"
            raise DataError([Problem(url, reason)], "") from error

    def _text(self, url: str) -> str:
        response = self._followed(self._http.get(url))
        if response.status_code in BUSY:
            raise _BusyError(response)
        if response.status_code != httpx.codes.OK:
            reason = f"the server answered {response.status_code}"
            if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
                reason = ASKS_WHO
            if response.status_code in (404, 410):
                reason += ": the table was withdrawn or has another name"
            raise RefusedError(url, reason)
        try:
            return response.content.decode("utf-8")
        except UnicodeDecodeError as error:
            reason = f"the answer is not UTF-8 at byte {error.start}"
            raise DataError([Problem(url, reason)], KEPT) from error

    def _followed(self, response: httpx.Response) -> httpx.Response:
        """Return the answer of the address to which this one leads, over https if this one is."""
        first = response.url
        for _ in range(MOST_MOVES):
            if response.next_request is None:
                break
            leads_to = response.next_request.url
            if first.scheme == "https" and leads_to.scheme != "https":
                raise RefusedError(str(first), f"it leads to {leads_to}, which is not https")
            self.moved[_bare(first)] = _bare(leads_to)
            response = self._http.send(response.next_request)
        if response.next_request is not None:
            reason = f"it leads from one address to the next, {MOST_MOVES} times or more"
            raise RefusedError(str(first), reason)
        return response

    def _pause(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.pause if isinstance(error, _BusyError) else 0
        return max(asked, self._backoff(state))


def _bare(url: httpx.URL) -> str:
    return str(url.copy_with(query=None))


def _is_worth_another_try(error: BaseException) -> bool:
    if isinstance(error, RefusedError):
        return False
    if isinstance(error, httpx.TransportError) and is_lasting(error):
        return False
    return isinstance(error, httpx.TransportError | _BusyError | DataError)


def _retry_after(response: httpx.Response) -> float:
    """Return how many seconds the server asks to wait; 0 when it does not say."""
    text = response.headers.get("Retry-After", "")
    if text.isdigit():
        seconds = float(text)
    else:
        try:
            seconds = (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return 0
    return min(max(seconds, 0), LONGEST_PAUSE_SECONDS)
