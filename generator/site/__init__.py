"""The press: from published content to a static site in two languages. It never opens the register."""
