"""Surveys: waves and questions, one-time codes, and answers that nothing joins to a household."""
