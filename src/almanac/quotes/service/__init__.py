"""Use cases of quotes.

`daily` says which quote a day has, `pack` holds those that ship with Almanac. `fetching` asks a
provider, `answers` reads what it said, `refreshing` decides when, and keeps what was read.
"""
