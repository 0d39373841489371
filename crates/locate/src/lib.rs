//! Place names to places: the gazetteer.
