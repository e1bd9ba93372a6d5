"""Pages set by typst: a template of ours and data of a person become a PDF.

`press` sets a page in a thread, under limits. `faces` finds the fonts, `coverage` reads what they
can draw, `glyphs` replaces what none of them can. `prelude.typ` stands before every template: it
reads the data and knows the families, the scripts and their directions.

Templates belong to the rooms that print. Text of a person is data to them and never markup.
"""
