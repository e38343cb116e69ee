"""Values in, text out: nothing here computes a figure, it asks the valuation for it."""
