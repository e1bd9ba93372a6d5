"""Small services that do the same work as Almanac in other ways, to measure it against."""
