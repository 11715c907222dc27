"""Finding the entries a glossary lacks: in what reviewers wrote, and in words nobody knows."""
