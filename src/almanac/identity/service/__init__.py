"""Use cases of accounts, by subject.

`accounts` makes and changes accounts, `sign_in` lets people in, `login_sessions` keeps and ends
sessions, `administration` is what the operator does, `audit` writes down what happened, and
`passwords` judges and hashes.
"""
