"""Calendars to subscribe to: what the areas contribute, under a link that needs no sign-in.

A *feed* is such a link: of one routine, or of the person with the areas they choose. A new area
appears by one line in `service.contents` and a function that gives its `CalendarEvent`s.
"""
