"""Take-home pay: what is left of pay after pension, income tax, National Insurance and student loan."""
