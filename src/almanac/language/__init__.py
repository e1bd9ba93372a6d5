"""What a document or a public page is written in: words, dates, times and numbers of a reader.

`choice` finds the language out of those there is a catalogue for, `catalogues` holds one file for
each, `catalogue` reads it, `writing` writes in it by the rules of CLDR (Babel). The web app's own
words are in `web/src/locales`; nothing here is for the API, whose problems carry codes.
"""
