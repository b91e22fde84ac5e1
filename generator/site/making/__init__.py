"""From pages to a site: staged, built, proved, swapped in whole."""
