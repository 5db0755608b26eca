"""Events: who happened where and when, each with the sentence that says so."""

from mapapp.events.relate import relate

__all__ = ["relate"]
