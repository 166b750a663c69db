"""What a million articles take, and what a hundred million a day would."""
