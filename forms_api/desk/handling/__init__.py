"""The life of a case at the desk: the list of what is due, the page of a case, every step as a form."""
