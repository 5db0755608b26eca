"""Blocks, sentences and tokens of a text: what places, times and events all cut alike."""

from mapapp.text.segment import blocks, sentences
from mapapp.text.tokens import Token, tokens

__all__ = ["Token", "blocks", "sentences", "tokens"]
