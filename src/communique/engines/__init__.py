"""Where articles are read: by the Extractor in this process, in several processes of this machine, or on many machines.

A worker reads articles and asks no model: its questions go to one Connection, that of the run. So the store, the
budget, the rates and the retries are the run's as a whole, however many workers it has.
"""
