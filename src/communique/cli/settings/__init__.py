"""What the options of a command are where the command line does not say: from the environment, else a file.

The options of the commands are the one list of what can be set; `keys` reads it, and all else follows from it.
"""
