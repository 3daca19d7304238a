"""The questions as methods; what type checkers and editors read is questions.pyi beside this file."""

from lichain.chain.methods import methods

Questions = type("Questions", (), {"__doc__": __doc__, "__module__": __name__, **methods()})
