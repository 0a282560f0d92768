"""The root of all errors: an error carries its facts and says its sentence."""

from typing import ClassVar

from attrs import asdict, define


@define
class VaerebroError(Exception):
    """The root of all errors of this library: `str()` gives one sentence for a person.

    >>> from vaerebro_events.errors import UnknownActivity, VaerebroError
    >>> error: VaerebroError = UnknownActivity(activity="skak", plan="vaerebro-2020-2023")
    >>> print(error)
    The plan vaerebro-2020-2023 has no activity «skak»; see its [[activities]].
    """

    says: ClassVar[str] = "Something went wrong."

    @property
    def sentence(self) -> str:
        """What is wrong, and what to do, in one sentence."""
        return self.says.format(**asdict(self, recurse=False))

    def __str__(self) -> str:
        return self.sentence
