"""Tasks: things to do once or again and again, with a row for each time one was done.

Words: a *task* is open until it is *completed*; a repeating one has *occurrences* by its schedule,
of which the next is what is *due*; a *completion* records one of them and can be taken back.
"""
