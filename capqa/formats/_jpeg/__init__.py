"""What the JPEG format is made of: the metadata of a photo, and writing them through exiftool.

Pixels are never decoded. Everything here is in linear time, whatever the file holds.
"""
