"""What the scripts of `bench/` share: servers, load, histories, the report. Measures nothing."""
