"""Lists of students as people have them: pasted names, CSV files of other programs. Reading them changes nothing.

`decoding` makes text of bytes, `table` rows of text, `columns` says what stands where, `usernames` makes user names,
and `planning` says what would happen to each line. `accounts.services.roster` does it.
"""
