"""The review flow without a screen: decisions log, session, anchors, applying decisions."""
