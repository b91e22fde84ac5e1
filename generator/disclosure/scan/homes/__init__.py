"""Homes and parking spaces, in every notation."""
