"""Reading Parquet: which columns are texts, and rows as documents."""
