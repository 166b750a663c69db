"""Whole extractions, ours and other tools', on one model, machine and set of articles.

Each tool is a script of scripts/ that runs in an environment of its own, so that none's requirements touch another's.
All talk to one engine through a passage that counts their tokens; an article goes to every tool before the next one is
read, so that what else the machine does falls on all of them.
"""
