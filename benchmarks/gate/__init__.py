"""Measures of the gate: how long a folder of pages takes, beside other linters."""
