"""Short passages of news with gold of their own, written before the rules were read, and read without a model.

A set is a file of benchmarks/data/told. Two thirds of it, told by the hash of a passage's id, are for work; the other
third is only scored. What is not right is therefore listed for the first part alone. A file may say that all of it
is one part.
"""
