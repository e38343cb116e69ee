"""The command line: reads what was typed, asks the engine, prints the answer."""
