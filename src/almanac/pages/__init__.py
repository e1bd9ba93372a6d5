"""Pages that the server writes whole, for visitors who need no account and no JavaScript.

`templates` finds and renders them, `styles` has the look and the policy that allows it, `answers`
makes responses of them: headers, language, revalidation, and the one page for links that do not
work. What is on a page belongs to the feature whose page it is. `docs/decisions/0010-…` says why.
"""
