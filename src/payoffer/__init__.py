"""payoffer: what is this pay offer really worth?"""

__version__ = "0.1.0"
