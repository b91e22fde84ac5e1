"""What may be published: summaries and their review, previews, releases, corrections, take-downs."""
