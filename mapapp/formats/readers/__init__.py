"""Files of events that become stories: how each is read, and how a story is made of it."""

from mapapp.formats.readers.record import Record
from mapapp.formats.readers.story import story_of_records
from mapapp.formats.readers.where import Known

__all__ = ["Known", "Record", "story_of_records"]
