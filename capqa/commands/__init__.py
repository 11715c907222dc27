"""The commands of the command line, one thin module each: parse, call the library, print."""
