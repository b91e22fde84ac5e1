"""What an estate writes down of its own work, as it stands in `content/`."""
