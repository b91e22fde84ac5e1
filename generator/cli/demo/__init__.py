"""An invented estate, lived through the real code: intake, steps, summaries, review, releases."""
