"""Files to text: what kind a file is, in which encoding, and how the text is taken out of it within bounds."""
