"""What the WARC format is made of: the archive's stream, its records, HTTP, and what they hold.

An archive is read record by record, never as a whole, whatever its size.
"""
