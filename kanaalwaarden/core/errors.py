"""What goes wrong because of what somebody gave us. Our own bugs are other exceptions."""

from collections.abc import Sequence


class Refused(Exception):
    """An input or intent that cannot be accepted; nothing was changed.

    `key` names the sentence in the labels (section `error`), `details` fills it in. `str()` is for logs only:
    people are told through `Labels.problem`.
    """

    def __init__(self, key: str, /, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


class BadInput(Refused):
    """A file of which several parts are wrong: every one of them is in `problems`."""

    def __init__(self, problems: Sequence[Refused], key: str = "bad_input") -> None:
        super().__init__(key, count=len(problems))
        self.problems = tuple(problems)
