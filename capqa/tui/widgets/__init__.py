"""The widgets of the review screens, each beside its stylesheet."""
