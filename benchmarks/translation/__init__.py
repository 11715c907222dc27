"""Measures of capqa's suggestions: captions with references, read and judged by hand."""
