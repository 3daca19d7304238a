"""Answers and the graph as text, files and pages."""
