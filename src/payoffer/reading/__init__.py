"""The letter to the offer: figures found in a text, sorted by rules, joined into drafts of offers."""
