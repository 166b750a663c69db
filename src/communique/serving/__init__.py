"""The library for other programs: tools for assistants and an HTTP service, over the same questions and answers."""
