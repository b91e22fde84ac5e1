"""The pages, a noun each."""
