"""What NewsML-G2, NITF and feeds are read with: they nest in each other, so one reader reads all.

A vocabulary says what the elements of a namespace are to readers; the reader knows no names.
Everything here is in linear time and without recursion, whatever a document holds.
"""
