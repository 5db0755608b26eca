"""OGC API - Features 1.0 over all stories, without a web framework."""
