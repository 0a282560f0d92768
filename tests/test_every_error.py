"""Every error is provoked by a case; an error that nothing can raise is no error."""

from attrs import fields

from provoked import Case
from test_refusals_of_blocks import CASES as BLOCKS
from test_refusals_of_closing import CASES as CLOSING
from test_refusals_of_copies import CASES as COPIES
from test_refusals_of_events import CASES as EVENTS
from test_refusals_of_figures import CASES as FIGURES
from test_refusals_of_governance import CASES as GOVERNANCE
from test_refusals_of_imports import CASES as IMPORTS
from test_refusals_of_jobs import CASES as JOBS
from test_refusals_of_meetings import CASES as MEETINGS
from test_refusals_of_networks import CASES as NETWORKS
from test_refusals_of_partners import CASES as PARTNERS
from test_refusals_of_recording import AMENDING, ASKING, RECORDING
from test_refusals_of_storage import CASES as STORAGE
from test_refusals_of_tables import CASES as TABLES
from test_refusals_of_volunteers import CASES as VOLUNTEERS
from vaerebro_events import Refusal, StorageError, VaerebroError, errors

CASES: list[Case] = [
    *MEETINGS,
    *EVENTS,
    *IMPORTS,
    *JOBS,
    *VOLUNTEERS,
    *NETWORKS,
    *BLOCKS,
    *PARTNERS,
    *FIGURES,
    *GOVERNANCE,
    *CLOSING,
    *RECORDING,
    *AMENDING,
    *ASKING,
    *STORAGE,
    *TABLES,
    *COPIES,
]
ROOTS = {VaerebroError, Refusal, StorageError}


def every_error() -> set[type[VaerebroError]]:
    return {
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, VaerebroError)
    }


def test_every_error_is_provoked_by_a_case() -> None:
    provoked = {case.error for case in CASES}

    assert set() == every_error() - ROOTS - provoked


def test_every_error_says_when_it_is_raised() -> None:
    silent = [kind for kind in every_error() - ROOTS if not str(kind.__doc__).startswith("Raised when ")]

    assert [] == silent


def test_an_error_carries_its_facts() -> None:
    error = errors.MeetingAlreadyHeld("2021-forår", 1, 4)

    assert ("series", "meeting", "position") == tuple(
        field.name for field in fields(errors.MeetingAlreadyHeld)
    )
    assert ("2021-forår", 1, 4) == (error.series, error.meeting, error.position)


def test_an_invalid_value_is_a_value_error_too() -> None:
    assert issubclass(errors.InvalidValue, ValueError)


def test_the_root_has_a_sentence_of_its_own() -> None:
    assert "Something went wrong." == str(VaerebroError())
    assert "The logbook logbog.db cannot be used." == str(StorageError("logbog.db"))
