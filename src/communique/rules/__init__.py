"""What words and their order decide without a model: which sentences tell of an event, and what of them is whose."""
