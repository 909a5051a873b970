"""The deliberation itself: standard library only, no Qt, no SQL, no files, no clock."""
