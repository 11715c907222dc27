"""Measures of the rules for translations: false alarms on clean ones, errors planted and found."""
