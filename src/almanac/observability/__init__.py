"""How a running Almanac is watched: logs and health. Used by the composition roots only."""
