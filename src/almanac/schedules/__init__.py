"""When something recurs: rules, calendar periods, occurrences and local time.

Pure functions of values, shared by habits and repeating tasks. Words: a *rule* says when, an
*occurrence* is one date on which a rule is due, a *quota* asks for a number of completions in
a calendar *period*. No tables, no clock, no input or output; imports nothing of Almanac.
`schemas` is how the API writes a rule; nothing else here knows of it.
"""
