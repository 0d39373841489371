//! Before and after: clips and events put in order, with the soft steps named.
