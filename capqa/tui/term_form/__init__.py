"""The form in which reviewers propose a term and maintainers write an entry."""
