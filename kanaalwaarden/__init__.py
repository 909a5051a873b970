"""Kanaalwaarden: value-driven deliberation about communication channels, without averaging."""

__version__ = "0.1.0"
