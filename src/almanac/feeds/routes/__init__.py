"""HTTP of feeds: `links` for their owner, `public` for whoever has one."""
