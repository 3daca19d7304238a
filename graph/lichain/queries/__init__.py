"""The catalogue of questions: one Cypher file each, run through one function."""

from lichain.queries.catalogue import catalogue, find
from lichain.queries.question import Column, Parameter, Question
from lichain.queries.run import run

__all__ = ["Column", "Parameter", "Question", "catalogue", "find", "run"]
