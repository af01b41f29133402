"""What the work is: people, homes, agencies, decisions, requests, and the papers made of them.

Nothing here knows Qt, SQL, files or the network; `db` keeps it and `ui` shows it.
A *household* is one whole family record, the unit that is opened, exported and erased.
A *home* is a place; people stay in homes from a date to a date, and a child may have two.
Whatever leaves the office is made from a recipient's view (`app.view`), never from the record.
"""
