"""Places: the gazetteer, which words name a place, and which place they mean."""
