"""An offer as one would say it, "6%, 5.5%": text to Offer, and back for those offers that can be said so.

``marks`` finds the figures, words and signs of a text and their places; ``figures`` and ``days`` read sums and days,
``limits`` and ``parts`` one part of an offer with all that is said of it (``words`` has the phrases, ``unread`` what to
say of others), ``parser`` the whole, year by year, as ``said``; ``meaning`` makes an Offer of that; ``writer`` says an
Offer in this form. The README has the grammar. Nothing is guessed: a text has one plain reading, or it is refused at
the place where it has none. ``likeness`` tells whether a word was meant so at all.
"""
