"""The screens of the review app, each beside its stylesheet."""
