"""Files of events that become stories: how each is read, and how a story is made of it."""

from mapapp.formats.readers.columns import Columns, under_our_names
from mapapp.formats.readers.named import Find
from mapapp.formats.readers.record import Record, Source
from mapapp.formats.readers.story import story_of_records
from mapapp.formats.readers.where import Known

__all__ = ["Columns", "Find", "Known", "Record", "Source", "story_of_records", "under_our_names"]
