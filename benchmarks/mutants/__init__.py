"""Mutation testing of the checks: true claims of texts, and the same claims with one fault planted in each.

`sources` says where texts come from, `truths` and `golds` what is true of them, `faults` what can be wrong, `falsity`
whether it is, `measuring` counts; `python -m benchmarks.mutants` prints.
"""
