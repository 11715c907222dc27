"""The review in a browser: a server on this machine, and a process for each page that is open."""
