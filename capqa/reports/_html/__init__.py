"""The parts of the HTML report: elements, charts, the table of findings, style and script."""
