"""A small web application around a logbook: threads, its own users, and refusals as answers.

The application knows who its users are and asserts it; the log holds a role and an opaque reference.
"""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http import HTTPStatus
from pathlib import Path
from socketserver import ThreadingMixIn
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from vaerebro_events import (
    Actor,
    Logbook,
    MeetingHeld,
    ParticipantRegistered,
    SeriesPlanned,
    VaerebroError,
)

EVENING = date(2021, 1, 7)
SEASON = ("familieakademi", "2021-forår")
USERS = {"token-of-u-3": Actor("family-worker", "u-3"), "token-of-u-1": Actor("leader", "u-1")}

Answer = tuple[HTTPStatus, dict[str, Any]]


class LogbookApp:
    """`POST /facts` records one fact as JSON (tag, on, fields); `GET /status/CRITERION` asks for a status."""

    def __init__(self, logbook: Logbook) -> None:
        """An application may share one logbook between its threads."""
        self.logbook = logbook

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answers one request."""
        actor = USERS.get(environ.get("HTTP_AUTHORIZATION", ""))
        if actor is None:
            status, body = HTTPStatus.UNAUTHORIZED, {"error": "Say who you are."}
        else:
            status, body = self.answer(environ, actor)
        start_response(f"{status.value} {status.phrase}", [("Content-Type", "application/json")])
        return [json.dumps(body).encode()]

    def answer(self, environ: dict[str, Any], actor: Actor) -> Answer:
        """What the logbook says; a refusal is an answer, too."""
        try:
            if environ["REQUEST_METHOD"] == "POST":
                size = int(environ.get("CONTENT_LENGTH") or 0)
                return self.record(json.loads(environ["wsgi.input"].read(size)), actor)
            return self.status(environ["PATH_INFO"].removeprefix("/status/"))
        except VaerebroError as error:
            return HTTPStatus.CONFLICT, {"error": str(error)}
        except (ValueError, KeyError, TypeError):
            return HTTPStatus.BAD_REQUEST, {"error": "Send JSON with tag, on and fields."}

    def record(self, sent: dict[str, Any], actor: Actor) -> Answer:
        """Records one fact for a user."""
        fact = self.logbook.fact(sent["tag"], **sent["fields"])
        entry = self.logbook.record(fact, on=date.fromisoformat(sent["on"]), actor=actor)[0]
        return HTTPStatus.CREATED, {"position": entry.position, "user": entry.actor.user}

    def status(self, criterion: str) -> Answer:
        """One criterion's status at the end of 2021."""
        status = self.logbook.replay(on=date(2021, 12, 31)).status(criterion)
        figures = {"value": str(status.value), "target": str(status.target)}  # a share is a fraction
        return HTTPStatus.OK, {"state": status.state, **figures}


class Server(ThreadingMixIn, WSGIServer):
    """A thread for each request."""

    daemon_threads = True


class QuietHandler(WSGIRequestHandler):
    """Does not write each request to the screen."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the base names it so
        """Says nothing."""


def ask(url: str, token: str, body: dict[str, Any] | None = None) -> tuple[int, dict[str, Any]]:
    """A request as a browser would send it."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(url, data=data, headers={"Authorization": token})  # noqa: S310 our own server
    try:
        with urlopen(request) as answer:  # noqa: S310 our own server
            return answer.status, json.load(answer)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


def evening_of_requests(url: str) -> None:
    """Twelve families arrive at once, each sent by a thread; one is sent twice, and one by a stranger."""

    def came(family: str, token: str = "token-of-u-3") -> tuple[int, dict[str, Any]]:  # noqa: S107 made up
        fields = dict(zip(("activity", "series"), SEASON, strict=True)) | {"meeting": 1, "family": family}
        sent = {"tag": "family-attended", "on": EVENING.isoformat(), "fields": fields}
        return ask(f"{url}/facts", token, sent)

    with ThreadPoolExecutor(max_workers=6) as threads:
        answers = list(threads.map(came, [f"f-{number:03}" for number in range(1, 13)]))
    print(f"recorded by threads: {sum(code == HTTPStatus.CREATED for code, _ in answers)}")
    print("again:", came("f-001")[1]["error"].split(",")[0])
    print("by a stranger:", came("f-002", "no-token")[0])
    print("by the leader:", ask(f"{url}/status/familieakademi.new-families", "token-of-u-1")[1])


def main() -> None:
    """Serves a logbook in a file for one evening, and stops."""
    with (
        TemporaryDirectory() as folder,
        Logbook.create(Path(folder) / "logbog.db", actor=USERS["token-of-u-1"]) as logbook,
    ):
        plan = SeriesPlanned(*SEASON, meetings=16, first_day=EVENING, last_day=date(2021, 5, 6))
        families = [ParticipantRegistered("family", f"f-{number:03}") for number in range(1, 13)]
        logbook.record(plan, MeetingHeld(*SEASON, meeting=1), *families, on=EVENING)
        with make_server(
            "127.0.0.1", 0, LogbookApp(logbook), server_class=Server, handler_class=QuietHandler
        ) as server:
            serving = Thread(target=server.serve_forever)
            serving.start()
            evening_of_requests(f"http://127.0.0.1:{server.server_port}")
            server.shutdown()
            serving.join()


if __name__ == "__main__":
    main()
