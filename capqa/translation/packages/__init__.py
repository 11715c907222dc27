"""Installing, listing and removing Argos packages in the folder where argostranslate looks.

argostranslate's own installer unpacks whatever it is given over what is there, and its index reader
calls itself without end when there is no network; so only the index's address is asked of it.
"""
