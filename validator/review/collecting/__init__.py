"""A folder → Submissions: read in worker processes, remembered until the next run."""
