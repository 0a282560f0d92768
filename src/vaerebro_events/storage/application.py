"""The `eventsourcing` application of one logbook: its factory, recorder and mapper, from arguments alone."""

from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory, Mapper
from eventsourcing.utils import Environment, EnvType

from vaerebro_events.codec import Codec
from vaerebro_events.storage.mapper import EntryMapper
from vaerebro_events.storage.sqlite import LogFactory, LogRecorder, database_name


class LogApplication(Application[UUID]):
    """One stream of entries. Nothing is taken from the environment of the process it runs in."""

    name = "vaerebro"
    recorder: LogRecorder
    mapper: EntryMapper  # pyright: ignore[reportIncompatibleVariableOverride] made below, and never another

    def __init__(self, path: str, codec: Codec, wait_seconds: int) -> None:
        self._codec = codec
        super().__init__({"SQLITE_DBNAME": database_name(path), "SQLITE_LOCK_TIMEOUT": str(wait_seconds)})

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """The settings given, and none of the process's own."""
        return Environment(name, dict(env or {}))

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """The factory of this engine, whatever the environment names."""
        return LogFactory(env)

    def construct_mapper(self) -> Mapper[UUID]:
        """The mapper with the logbook's vocabulary."""
        return EntryMapper(self._codec)
