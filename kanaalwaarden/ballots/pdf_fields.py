"""How the fields of a PDF form are called: for who makes the form and who reads it (that is done without reportlab)."""

IDENTITY = "kanaalwaarden"
"""The hidden field that says what the form is."""


def field(cell: int, what: str) -> str:
    """The name of a field of a cell, counted from 0 in the order of the form; `what` is answer, reason, kind or condition."""
    return f"c{cell}_{what}"
