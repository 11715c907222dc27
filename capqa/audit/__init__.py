"""Auditing archives: millions of records, shard by shard, to findings in Parquet and a summary."""
