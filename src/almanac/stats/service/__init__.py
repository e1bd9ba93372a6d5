"""Use cases of statistics.

`collect` asks the areas, `document` puts the page together (its `rows`, its `findings`), `export`
makes files to download.
"""
