//! Shelf 3: how findings are printed, one file a format.
