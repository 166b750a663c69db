"""What benchmarks.chaos is made of: articles by seed, a fake model, a server that misbehaves, runs and checks."""
