"""What ordinary text is made of: dictionaries, surnames, titles, quantities, bodies and families."""
