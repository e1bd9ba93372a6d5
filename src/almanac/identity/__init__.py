"""Accounts: who somebody is, how they prove it, and what happened to their account.

Words: an *account* is one row of `users`; a *login session* is one browser that stays signed in
(never to be confused with a session of a timetable); its *token* is the secret in the cookie, which
*rotates*; a rotated-out token is *retired* and its *replay* ends the login session; *proof* is the
moment a person last showed that they are who they say; a *known device* is a browser from which an
account has been signed in to before; the *audit log* is the append-only list of what happened.
"""
